// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { libraryModel as model } from '../testing/library.ts'
import { checkCondition, type CheckedAgainst } from './check-condition.ts'
import {
  all,
  always,
  compare,
  compareActor,
  compareToday,
  exists,
  not,
  type Condition,
  type Scalar,
} from './condition.ts'
import { conditionProblemText } from './messages.ts'

const against: CheckedAgainst = { model, collection: 'library.loan' }
const toPath = (path: string, other: string): Condition => ({
  kind: 'compare',
  path,
  op: 'eq',
  value: { kind: 'path', path: other },
})
const presenceWith = (value: Scalar): Condition => ({
  kind: 'compare',
  path: 'book',
  op: 'empty',
  value: { kind: 'literal', value },
})

describe('checking a condition', () => {
  it('finds nothing to say of one that has a meaning', () => {
    const sound = all(
      compare('state', 'eq', ['asked', 'lent']),
      compareActor('branch', 'eq', 'my.organisations'),
      compareToday('dueOn', 'lt', -30),
      compareToday('createdAt', 'gte'),
      not(exists('borrower.loan[helpers]', compare('kinds', 'ne', 'comic'))),
      compare('branch.place', 'filled'),
      compare('days', 'gt', 3),
      toPath('owner', 'borrower'),
    )
    expect(checkCondition(sound, against)).toEqual([])
  })

  it.each<[string, Condition, string]>([
    ['an unknown field', compare('colour', 'eq', 'red'), 'broken-path'],
    ['an operator that the field does not have', compare('book', 'lt', 'z'), 'no-operator'],
    ['a value compared that only is or is not there', compare('branch.place', 'eq', 'x'), 'no-operator'],
    ['a missing value', compare('book', 'eq'), 'value-missing'],
    ['a list of no value', compare('book', 'eq', []), 'value-missing'],
    ['a value where none is expected', presenceWith('x'), 'value-unexpected'],
    ['a text for a number', compare('fee', 'gt', 'ten'), 'wrong-literal'],
    ['a day that does not exist', compare('dueOn', 'eq', '2026-02-30'), 'wrong-literal'],
    ['a name for an entry', compare('borrower', 'eq', 'Bruno'), 'wrong-literal'],
    ['an unknown choice', compare('kinds', 'eq', 'poem'), 'unknown-choice'],
    ['an unknown state', compare('state', 'ne', 'burnt'), 'unknown-state'],
    ['a person for a text', compareActor('book', 'eq', 'me'), 'wrong-value'],
    ['today for a number', compareToday('fee', 'lt'), 'wrong-value'],
    ['paths of two kinds', toPath('fee', 'book'), 'wrong-value'],
    ['an unknown path on the right', toPath('fee', 'colour'), 'broken-path'],
    ['an exists on a value', exists('book', always), 'broken-path'],
  ])('refuses %s', (_, condition, code) => {
    const problems = checkCondition(condition, against)
    expect(problems.map((problem) => problem.code)).toEqual([code])
    const sentence = problems.map((problem) => conditionProblemText(problem))[0]
    expect(sentence?.fr).toMatch(/\.$/)
    expect(sentence?.en).toMatch(/\.$/)
    expect(sentence?.fr).not.toBe(sentence?.en)
  })

  it('names the place of each problem', () => {
    const broken = all(
      compare('book', 'filled'),
      not(compare('colour', 'filled')),
      exists('branch', all(compare('name', 'filled'), compare('roof', 'filled'))),
      exists('book', always),
    )
    expect(checkCondition(broken, against).map((problem) => problem.at)).toEqual([
      '.parts[1].part',
      '.parts[2].where.parts[1]',
      '.parts[3].path',
    ])
  })

  it.each([
    ['another entry', compare('borrower.name', 'eq', 'Bruno')],
    ['a system value', compare('state', 'eq', 'asked')],
    ['the entries of a relation', exists('borrower', always)],
  ])('refuses %s in a display condition of a form', (_, condition) => {
    const problems = checkCondition(condition, { ...against, answersOnly: true })
    expect(problems.map((problem) => problem.code)).toEqual(['beyond-the-form'])
  })

  it('lets a form read its own fields', () => {
    const condition = all(compare('borrower', 'filled'), compare('kinds', 'eq', 'novel'))
    expect(checkCondition(condition, { ...against, answersOnly: true })).toEqual([])
  })

  it('says in French typography which field does not exist', () => {
    const [problem] = checkCondition(compare('colour', 'filled'), against)
    expect(problem && conditionProblemText(problem).fr).toBe(
      'La table «\u00a0library.loan\u00a0» n’a pas de champ «\u00a0colour\u00a0».',
    )
  })
})
