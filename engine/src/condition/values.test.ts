// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import type { Comparable } from '../field-types/field-type.ts'
import { nobody } from '../rights/actor.ts'
import { aPerson, branches, director, idOf, lender, people } from '../testing/library.ts'
import type { ActorAttribute } from './condition.ts'
import { comparableValues, givenValues } from './values.ts'

const at = { actor: nobody(), today: '2026-03-29', timeZone: 'Europe/Paris' }

describe('values of a kind', () => {
  it.each<[Comparable, unknown, readonly unknown[]]>([
    ['text', ['a', null, 3, 'b\0', 'c'], ['a', 'c']],
    ['text', '\ud800', ['\ufffd']],
    ['number', [1, '2', Number.NaN, Number.POSITIVE_INFINITY, -0.5], [1, -0.5]],
    ['boolean', [true, 'false', 0, false], [true, false]],
    ['date', ['2026-02-29', '2024-02-29', '29/02/2024'], ['2024-02-29']],
    ['datetime', ['2026-03-29T02:00:00+02:00', '2026-03-29'], ['2026-03-29T00:00:00.000Z']],
    ['id', [idOf(1).toUpperCase(), 'Ana', ''], [idOf(1)]],
    ['text', null, []],
    ['text', undefined, []],
  ])('%s: %j gives %j', (kind, raw, values) => {
    expect(comparableValues(raw, kind)).toEqual(values)
  })
})

describe('what the actor gives to compare with', () => {
  const person = aPerson(
    people.ana,
    { role: 'library.librarian', organisation: branches.north, territories: ['13001', idOf(41)] },
    { role: 'library.director', organisation: branches.north, territories: ['13001'] },
  )
  it.each<[ActorAttribute, Comparable, readonly string[]]>([
    ['me', 'id', [people.ana]],
    ['me', 'text', []],
    ['my.organisations', 'id', [branches.north]],
    ['my.territories', 'text', ['13001', idOf(41)]],
    ['my.territories', 'id', [idOf(41)]],
    ['my.email', 'text', ['someone@example.org']],
    ['my.email', 'id', []],
  ])('%s as %s', (attribute, kind, values) => {
    expect(givenValues({ kind: 'actor', attribute }, kind, { ...at, actor: person })).toEqual(values)
  })

  it('is an address only, for the bearer of a link', () => {
    const given = (attribute: ActorAttribute, kind: Comparable) =>
      givenValues({ kind: 'actor', attribute }, kind, { ...at, actor: lender })
    expect(given('my.email', 'text')).toEqual(['lender@example.org'])
    expect(given('me', 'id')).toEqual([])
    expect(given('my.organisations', 'id')).toEqual([])
  })
})

describe('today', () => {
  it.each<[Comparable, number, readonly string[]]>([
    ['date', 0, ['2026-03-29']],
    ['date', -29, ['2026-02-28']],
    ['datetime', 0, ['2026-03-28T23:00:00.000Z']],
    ['datetime', 1, ['2026-03-29T22:00:00.000Z']],
    ['number', 0, []],
  ])('as %s, %i days later', (kind, plusDays, values) => {
    expect(givenValues({ kind: 'today', plusDays }, kind, { ...at, actor: director })).toEqual(values)
  })
})
