// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { always, compare } from '../condition/condition.ts'
import { conflictsOf, levelAfter, planEdit, refusalToDecide, sameValue } from './approval.ts'
import type { ApprovalCircuit } from './circuit.ts'
import type { Grant } from './grant.ts'
import type { HeldGrant } from './grants-of.ts'

const title = { fr: 'Essai', en: 'Trial' }
const level = { title, who: { kind: 'role', role: 'head' } } as const
const expensive = compare('fee', 'gt', 10_000)
const circuit: ApprovalCircuit = { title, levels: [level, { ...level, when: expensive }, level] }

const held = (...grants: Partial<Grant>[]): HeldGrant[] =>
  grants.map((grant, index) => ({
    index,
    grant: { who: { kind: 'everyone' }, may: ['edit'], on: 'loan', ...grant },
    condition: always,
  }))

describe('editing under a circuit of approval', () => {
  it('waits for the fields that only such grants give, each for the first circuit that gives it', () => {
    const holding = held(
      { approval: 'books', fields: { write: ['book'] } },
      { approval: 'money', fields: { write: ['book', 'fee'] } },
    )
    const plan = planEdit(holding, ['book', 'fee', 'remark'])
    expect(plan.now).toEqual([])
    expect([...plan.proposed]).toEqual([
      ['books', ['book']],
      ['money', ['fee']],
    ])
  })

  it('is done at once for a field that another grant gives without approval', () => {
    const holding = held({ approval: 'money' }, { fields: { write: ['remark'] } })
    expect(planEdit(holding, ['fee', 'remark'])).toEqual({
      now: ['remark'],
      proposed: new Map([['money', ['fee']]]),
    })
  })

  it('takes nothing from a grant that gives other actions on the field', () => {
    const holding = held({ approval: 'money' }, { may: ['create', 'transition:*'] })
    expect(planEdit(holding, ['fee']).now).toEqual([])
  })
})

describe('the levels of a circuit', () => {
  it.each<[number, boolean, number | undefined]>([
    [-1, false, 0],
    [0, false, 2],
    [0, true, 1],
    [1, true, 2],
    [2, true, undefined],
  ])('after %i, with a condition that is %s, come to %s', (from, holds, next) => {
    expect(levelAfter(circuit, from, () => holds)).toBe(next)
  })
})

describe('deciding a level', () => {
  const facts = {
    circuit,
    isDecider: true,
    isProposer: false,
    fields: ['fee', 'book'],
    readable: new Set(['book', 'fee']),
  }

  it('is given to those of the level who read every proposed field', () => {
    expect(refusalToDecide(facts)).toBeUndefined()
  })

  it.each([
    ['somebody else', { isDecider: false }, 'not-a-decider'],
    ['whoever proposed it', { isProposer: true }, 'own-proposal'],
    ['who cannot read what is proposed', { readable: new Set(['book']) }, 'unreadable'],
  ])('is refused to %s', (_, change, refusal) => {
    expect(refusalToDecide({ ...facts, ...change })).toBe(refusal)
  })

  it('is given to whoever proposed it where the circuit says so', () => {
    const open = { ...circuit, proposerMayDecide: true }
    expect(refusalToDecide({ ...facts, circuit: open, isProposer: true })).toBeUndefined()
  })
})

describe('a value that changed meanwhile', () => {
  const changes = { fee: [100, 300], place: [null, { city: 'Plassans', code: '13' }] } as const

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['is told when it is neither the former nor the proposed one', { fee: 200, place: null }, ['fee']],
    ['is no conflict while it stays', { fee: 100 }, []],
    [
      'is no conflict when it came to what is proposed',
      { fee: 300, place: { code: '13', city: 'Plassans' } },
      [],
    ],
  ])('%s', (_, current, fields) => {
    expect(conflictsOf(changes, current)).toEqual(fields)
  })

  it('is compared whatever the order of its keys, and never by its order in a list', () => {
    expect(sameValue([{ a: 1, b: 2 }], [{ b: 2, a: 1 }])).toBe(true)
    expect(sameValue([1, 2], [2, 1])).toBe(false)
    expect(sameValue(undefined, null)).toBe(true)
    expect(sameValue('', null)).toBe(false)
  })
})
