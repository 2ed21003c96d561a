// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import type { ClockMark } from '../../legal/clock-mark.ts'
import { defineRegime, type RegimeInput } from '../../legal/regime.ts'
import { check } from '../check.ts'
import { exportSolution, importSolution } from '../serialise.ts'
import type { Solution } from '../solution.ts'
import { library } from '../testing/library.ts'

const text = (fr: string) => ({ fr, en: fr })
const whole: RegimeInput = {
  silence: 'rejects',
  period: { months: 2 },
  legalBasis: text('article X'),
  remedies: text('Recours.'),
}
const usualMarks: Record<string, ClockMark> = {
  lend: { does: 'decides' },
  pause: { does: 'asks-completion' },
  resume: { does: 'completes' },
}

/** The library, whose only procedure has this regime and whose circuit has these marks. */
function withRegime(input: RegimeInput, marks = usualMarks): Solution {
  const solution = structuredClone(library)
  const { borrow } = solution.procedures ?? {}
  if (borrow) borrow.regime = defineRegime(input)
  for (const [key, clock] of Object.entries(marks)) {
    const transition = solution.collections['loan']?.lifecycle?.transitions[key]
    if (transition) transition.clock = clock
  }
  return solution
}

const found = (solution: Solution) =>
  check(solution)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => [code, path])
const regimePath = 'procedures.borrow.regime'
const transitions = 'collections.loan.lifecycle.transitions'

/** The regime without one of its mentions. */
function without(key: 'period' | 'legalBasis' | 'remedies', silence: RegimeInput['silence'] = 'rejects') {
  return withRegime(
    Object.fromEntries(Object.entries({ ...whole, silence }).filter(([name]) => name !== key)) as RegimeInput,
  )
}

describe('the regime of a procedure', () => {
  it('is accepted with all its mentions, and survives export and import', () => {
    const solution = withRegime(whole)
    expect(found(solution)).toEqual([])
    expect(importSolution(exportSolution(solution))).toEqual({ ok: true, solution })
  })

  it.each(['period', 'legalBasis', 'remedies'] as const)('is refused without a mention: %s', (mention) => {
    expect(found(without(mention))).toEqual([['mention-missing', `${regimePath}.${mention}`]])
  })

  it('is checked as much when it comes later', () => {
    const later = withRegime(whole)
    const { borrow } = later.procedures ?? {}
    const { remedies: _none, ...incomplete } = defineRegime(whole)
    if (borrow) borrow.regimeChanges = [{ since: '2027-01-01', regime: incomplete }]
    expect(found(later)).toEqual([['mention-missing', 'procedures.borrow.regimeChanges[0].regime.remedies']])
    expect(importSolution(exportSolution(later))).toEqual({ ok: true, solution: later })
  })

  it('needs no remedies when silence accepts, no period when it decides nothing', () => {
    expect(found(without('remedies', 'accepts'))).toEqual([])
    expect(found(without('period', 'none'))).toEqual([])
  })

  it('is refused when the service in charge cannot be reached', () => {
    const solution = withRegime({ ...whole, inCharge: { name: text('Prêt') } })
    expect(found(solution)).toEqual([
      ['mention-missing', `${regimePath}.inCharge.address`],
      ['mention-missing', `${regimePath}.inCharge.phone`],
    ])
  })

  it('says what is missing in both languages', () => {
    const [problem] = check(without('remedies')).filter(({ code }) => code === 'mention-missing')
    expect(problem?.message.fr).toContain('les voies et délais de recours')
    expect(problem?.message.en).toContain('the remedies and their time limits')
  })

  it('is refused when no transition is a decision', () => {
    expect(found(withRegime(whole, {}))).toEqual([['clock-never-stops', regimePath]])
  })

  it('is refused when its clock waits for a forwarding that no transition makes', () => {
    const solution = withRegime({ ...whole, silence: 'accepts', competent: 'forwarded' })
    expect(found(solution)).toEqual([['clock-never-starts', `${regimePath}.competent`]])
  })
})

describe('the marks of a circuit', () => {
  it('are refused when what is asked for can never arrive', () => {
    const solution = withRegime(whole, { lend: { does: 'decides' }, pause: { does: 'asks-completion' } })
    expect(found(solution)).toEqual([['clock-never-completes', `${transitions}.pause.clock.does`]])
  })

  it.each([
    ['unknown-field', { deadline: 'someday' }, 'deadline'],
    ['wrong-type', { deadline: 'weeks' }, 'deadline'],
    ['wrong-type', { onlyIf: 'weeks' }, 'onlyIf'],
    ['not-on-form', { onlyIf: 'isMinor' }, 'onlyIf'],
  ] as const)('are refused for a field that cannot be read: %s %j', (code, mark, place) => {
    const solution = withRegime(whole, { ...usualMarks, close: mark })
    expect(found(solution)).toEqual([[code, `${transitions}.close.clock.${place}`]])
  })
})
