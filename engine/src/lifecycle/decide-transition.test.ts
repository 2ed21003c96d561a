// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { library } from '../solution/testing/library.ts'
import { availableTransitions } from './available-transitions.ts'
import { decideTransition, type TransitionAsked } from './decide-transition.ts'
import type { Lifecycle } from './lifecycle.ts'

const lifecycle = library.collections['loan']?.lifecycle as Lifecycle
const allowed: TransitionAsked = { granted: () => true, guardHolds: true }

describe('taking a transition', () => {
  it('leads to its state', () => {
    expect(decideTransition(lifecycle, { state: 'asked' }, 'lend', allowed)).toEqual({
      ok: true,
      state: 'lent',
      closed: false,
    })
  })

  it('closes the entry when the state is a closed one', () => {
    expect(decideTransition(lifecycle, { state: 'lent' }, 'close', allowed)).toMatchObject({ closed: true })
  })

  it('is asked of the grants under its own name', () => {
    const asked: string[] = []
    const granted = (action: string) => asked.push(action) > 0
    decideTransition(lifecycle, { state: 'asked' }, 'lend', { ...allowed, granted })
    expect(asked).toEqual(['transition:lend'])
  })

  it.each([
    ['unknown-transition', 'asked', 'burn', allowed],
    ['unknown-transition', 'asked', 'constructor', allowed],
    ['wrong-state', 'lent', 'lend', allowed],
    ['not-granted', 'asked', 'lend', { ...allowed, granted: () => false }],
    ['guard', 'asked', 'lend', { ...allowed, guardHolds: false }],
    ['reason-missing', 'asked', 'refuse', allowed],
    ['reason-missing', 'asked', 'refuse', { ...allowed, reason: ' \n' }],
  ] as const)('is refused: %s, from %s by %s', (refusal, state, key, asked) => {
    expect(decideTransition(lifecycle, { state }, key, asked)).toMatchObject({ ok: false, refusal })
  })

  it('tells the guard’s sentence only to who might act', () => {
    const held = { ...allowed, guardHolds: false }
    const because = { fr: 'Choisissez d’abord une annexe.', en: 'Choose a branch first.' }
    expect(decideTransition(lifecycle, { state: 'asked' }, 'lend', held)).toMatchObject({ because })
    const stranger = decideTransition(lifecycle, { state: 'asked' }, 'lend', {
      ...held,
      granted: () => false,
    })
    expect(stranger).toEqual({ ok: false, refusal: 'not-granted' })
  })
})

describe('going back', () => {
  it('remembers the state it leaves, then returns to it and forgets it', () => {
    const paused = decideTransition(lifecycle, { state: 'lent' }, 'pause', allowed)
    expect(paused).toMatchObject({ state: 'paused', remembers: 'lent' })
    const position = { state: 'paused', rememberedState: 'lent' }
    expect(decideTransition(lifecycle, position, 'resume', allowed)).toMatchObject({
      state: 'lent',
      remembers: null,
    })
  })

  it.each([undefined, null, 'gone', 'toString'])(
    'goes elsewhere when the state remembered is %s',
    (rememberedState) => {
      const position = { state: 'paused', rememberedState }
      expect(decideTransition(lifecycle, position, 'resume', allowed)).toMatchObject({ state: 'asked' })
    },
  )

  it('forgets what is remembered when the transition says so', () => {
    const lend = { ...lifecycle.transitions['lend'], remember: false } as Lifecycle['transitions'][string]
    const forgetting = { ...lifecycle, transitions: { ...lifecycle.transitions, lend } }
    const position = { state: 'asked', rememberedState: 'lent' }
    expect(decideTransition(forgetting, position, 'lend', allowed)).toMatchObject({ remembers: null })
  })

  it('leaves what is remembered alone otherwise', () => {
    const outcome = decideTransition(lifecycle, { state: 'asked', rememberedState: 'lent' }, 'lend', allowed)
    expect(outcome).not.toHaveProperty('remembers')
  })
})

describe('the buttons of an entry', () => {
  const keys = (possibilities: Parameters<typeof availableTransitions>[2]) =>
    availableTransitions(lifecycle, { state: 'asked' }, possibilities).map(({ key }) => key)

  it('are those of its state, in the order of the lifecycle', () => {
    expect(keys({ granted: () => true, guardHolds: () => true })).toEqual(['lend', 'pause', 'refuse'])
  })

  it('hide what is not granted', () => {
    expect(keys({ granted: (action) => action === 'transition:refuse', guardHolds: () => true })).toEqual([
      'refuse',
    ])
  })

  it('show what a guard refuses, with its sentence', () => {
    const [lend] = availableTransitions(
      lifecycle,
      { state: 'asked' },
      { granted: () => true, guardHolds: () => false },
    )
    expect(lend?.refusedBecause?.en).toBe('Choose a branch first.')
  })

  it('ask for a reason on the way rather than refuse for want of it', () => {
    const found = availableTransitions(
      lifecycle,
      { state: 'asked' },
      { granted: () => true, guardHolds: () => true },
    )
    expect(found.find(({ key }) => key === 'refuse')).not.toHaveProperty('refusedBecause')
  })
})
