// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { lifecycle as lifecycleSchema, type Lifecycle } from './lifecycle.ts'
import { undoOf } from './undo-of.ts'

const label = { fr: 'Essai', en: 'Trial' }
const state = { label, tone: 'info' } as const

const circuit = (transitions: Lifecycle['transitions']): Lifecycle =>
  lifecycleSchema.parse({
    initial: 'open',
    states: { open: state, other: state, closed: state, filed: state },
    transitions,
  })

describe('what takes a transition back', () => {
  it('is the one it names', () => {
    const lifecycle = circuit({
      close: { from: ['open'], to: 'closed', label, undo: 'reopen' },
      reopen: { from: ['closed'], to: 'other', label, reason: 'required' },
    })
    expect(undoOf(lifecycle, 'close', 'open')).toBe('reopen')
  })

  it('is otherwise a way back to the state that was left', () => {
    const lifecycle = circuit({
      close: { from: ['open', 'other'], to: 'closed', label },
      reopen: { from: ['closed'], to: 'open', label },
    })
    expect(undoOf(lifecycle, 'close', 'open')).toBe('reopen')
    expect(undoOf(lifecycle, 'close', 'other')).toBeUndefined()
  })

  it('may go back to the state remembered, whichever it was', () => {
    const lifecycle = circuit({
      file: { from: ['open', 'closed'], to: 'filed', label, remember: true },
      unfile: { from: ['filed'], to: { back: true, otherwise: 'closed' }, label },
    })
    expect(undoOf(lifecycle, 'file', 'open')).toBe('unfile')
    expect(undoOf(lifecycle, 'file', 'closed')).toBe('unfile')
  })

  it.each([
    ['asks for a reason', { reason: 'required' as const }],
    ['asks for answers', { form: 'why' }],
    ['depends on more', { guard: { condition: { kind: 'all' as const, parts: [] }, otherwise: label } }],
  ])('is not a way back that %s', (_, asking) => {
    const lifecycle = circuit({
      close: { from: ['open'], to: 'closed', label },
      reopen: { from: ['closed'], to: 'open', label, ...asking },
    })
    expect(undoOf(lifecycle, 'close', 'open')).toBeUndefined()
  })

  it('is nothing for a transition that does not exist, nor for one inherited', () => {
    const lifecycle = circuit({ close: { from: ['open'], to: 'closed', label } })
    expect(undoOf(lifecycle, 'burn', 'open')).toBeUndefined()
    expect(undoOf(lifecycle, 'constructor', 'open')).toBeUndefined()
  })
})
