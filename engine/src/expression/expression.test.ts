// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import {
  compileExpression,
  expressionCache,
  type ExpressionContext,
  type ExpressionOptions,
} from './expression.ts'
import { expressionProblemText } from './problems.ts'

const entry = {
  title: 'Le Ventre de Paris',
  price: 1250,
  count: 3,
  rate: 0.5,
  none: null,
  dueOn: '2026-03-01',
  lentAt: '2026-02-27T23:30:00.000Z',
  kinds: ['novel', 'comic'],
  prices: [100, 250.5],
  empty: [],
  damaged: true,
  place: { city: 'Plassans' },
  children: [{ name: 'Zoé' }, { name: 'Léo' }],
}

function valueOf(
  text: string,
  options: ExpressionOptions = {},
  context: ExpressionContext = { entry },
): unknown {
  const compiled = compileExpression(text, options)
  if (!compiled.ok) throw new Error(compiled.problem.code)
  const result = compiled.run(context)
  if (!result.ok) throw new Error(result.problem.code)
  return typeof result.value === 'string' ? result.value.replaceAll(/[\u00a0\u202f]/g, ' ') : result.value
}

describe('an expression', () => {
  it.each([
    ['entry.price * entry.count', 3750],
    ['entry.price + 1', 1251],
    ['1 + entry.price', 1251],
    ['entry.price - 50', 1200],
    ['entry.price / 2', 625],
    ['2 * entry.rate', 1],
    ['entry.price % 1000', 250],
    ['entry.count > 2 ? "many" : "few"', 'many'],
    ['entry.count == 3', true],
    ['entry.damaged && entry.count >= 3', true],
    ['size(entry.kinds)', 2],
    ['"novel" in entry.kinds', true],
    ['entry.children.map(child, child.name)', ['Zoé', 'Léo']],
    ['entry.kinds[0]', 'novel'],
    ['entry.place.city', 'Plassans'],
    ['entry.title.startsWith("Le")', true],
    ['entry.title + "!"', 'Le Ventre de Paris!'],
    ['{"total": size(entry.kinds)}', { total: 2 }],
  ])('%s is %j', (text, value) => {
    expect(valueOf(text)).toEqual(value)
  })

  it.each([
    ['date(entry.dueOn)', '1er mars 2026', '1 March 2026'],
    ['date(entry.lentAt)', '28 février 2026', '28 February 2026'],
    ['dateTime(entry.lentAt)', '28 février 2026 à 0 h 30', '28 February 2026 at 00:30'],
    ['year(entry.dueOn)', 2026, 2026],
    ['addDays(entry.dueOn, 30)', '2026-03-31', '2026-03-31'],
    ['daysBetween(entry.lentAt, entry.dueOn)', 1, 1],
    ['money(entry.price)', '12,50 €', '€12.50'],
    ['number(entry.price)', '1 250', '1,250'],
    ['round(1.005, 2)', 1.01, 1.01],
    ['round(-2.5, 0)', -3, -3],
    ['sum(entry.prices)', 350.5, 350.5],
    ['text(entry.rate)', '0,5', '0.5'],
    ['text(entry.damaged)', 'oui', 'yes'],
    ['upper(entry.place.city)', 'PLASSANS', 'PLASSANS'],
    ['lower(entry.title)', 'le ventre de paris', 'le ventre de paris'],
    ['join(entry.kinds, " et ")', 'novel et comic', 'novel et comic'],
    ['join(entry.children.map(c, c.name), ", ")', 'Zoé, Léo', 'Zoé, Léo'],
    ['orElse(entry.none, "–")', '–', '–'],
    ['orElse(entry.title, "–")', 'Le Ventre de Paris', 'Le Ventre de Paris'],
  ])('%s is %j in French and %j in English', (text, fr, en) => {
    expect(valueOf(text)).toBe(fr)
    expect(valueOf(text, { locale: 'en' })).toBe(en)
  })

  it('reads instants in the time zone it is given', () => {
    expect(valueOf('date(entry.lentAt)', { timeZone: 'America/Cayenne' })).toBe('27 février 2026')
  })

  it.each([
    'entry.none',
    'entry.none + 1',
    'entry.price * entry.none',
    'entry.none.city',
    'entry.nowhere',
    'entry.none > 3',
    'entry.none ? "a" : "b"',
    'entry.none.startsWith("a")',
    'entry.none.map(x, x.name)',
    'entry.empty[0]',
    'size(entry.none)',
    'date(entry.none)',
    'money(entry.none)',
    'date("soon")',
    'money("twelve")',
    'nothing',
  ])('%s comes to nothing, without an error', (text) => {
    const compiled = compileExpression(text)
    expect(compiled.ok && compiled.run({ entry, nothing: null })).toEqual({ ok: true, value: null })
  })
})

describe('a faulty expression', () => {
  const variables = { entry: { title: true, place: { city: true }, kinds: true }, sender: true } as const

  it.each([
    ['entry.title +', 'syntax', '+'],
    ['entry.title )', 'syntax', ')'],
    ['', 'syntax', ''],
    ['entry.colour', 'unknown-name', 'entry.colour'],
    ['entry.place.roof', 'unknown-name', 'entry.place.roof'],
    ['receiver.name', 'unknown-name', 'receiver'],
    ['upper(entry.colour)', 'unknown-name', 'entry.colour'],
    ['entry.kinds.map(kind, other)', 'unknown-name', 'other'],
    ['entry.title == "a" ? entry.titel : "b"', 'unknown-name', 'entry.titel'],
    ['shout(entry.title)', 'unknown-function', 'shout'],
    ['entry.title.shout()', 'unknown-function', 'shout'],
    ['entry.title.matches("(a+)+$")', 'unknown-function', 'matches'],
    ['"a" * 3', 'wrong-type', '"a" * 3'],
    ['1 < "a"', 'wrong-type', '1 < "a"'],
  ])('is refused when compiled: %s', (text, code, found) => {
    const compiled = compileExpression(text, { variables })
    expect(compiled).toMatchObject({
      ok: false,
      problem: { code, found: code === 'syntax' ? expect.any(String) : found },
    })
    if (compiled.ok) return
    const sentence = expressionProblemText(compiled.problem)
    expect(sentence.fr).not.toBe(sentence.en)
  })

  it('is refused when it is too long to be read by anyone', () => {
    const compiled = compileExpression(Array.from({ length: 700 }, () => '1').join(' + '))
    expect(compiled).toMatchObject({ ok: false, problem: { code: 'too-long' } })
  })

  it('says where, inside the expression', () => {
    const compiled = compileExpression('entry.title + entry.colour', { variables })
    expect(compiled).toMatchObject({ problem: { start: 14, end: 26 } })
  })

  it.each([
    'sender.anything.below',
    'entry.kinds.filter(kind, kind != "novel")',
    'cel.bind(x, entry.title, x + x)',
  ])('is not one that names what it may: %s', (text) => {
    expect(compileExpression(text, { variables }).ok).toBe(true)
  })

  it.each([
    ['entry.price / 0', 'division-by-zero'],
    ['1 / 0', 'division-by-zero'],
    ['entry.title * 2', 'wrong-type'],
    ['entry.price + entry.title', 'wrong-type'],
  ])('fails when run, without throwing: %s', (text, code) => {
    const compiled = compileExpression(text)
    expect(compiled.ok && compiled.run({ entry })).toMatchObject({ ok: false, problem: { code } })
  })

  it.each([
    'entry.constructor',
    'entry["constructor"]',
    'entry.__proto__',
    'entry.title.length',
    'entry.kinds.push',
  ])('cannot reach the machinery below the values: %s', (text) => {
    const compiled = compileExpression(text)
    expect(compiled.ok ? compiled.run({ entry }) : { ok: true, value: null }).toEqual({
      ok: true,
      value: null,
    })
  })
})

describe('a cache of expressions', () => {
  it('gives the same compiled expression again', () => {
    const cache = expressionCache()
    expect(compileExpression('entry.title', { cache })).toBe(compileExpression('entry.title', { cache }))
  })

  it('tells languages apart', () => {
    const cache = expressionCache()
    expect(valueOf('date(entry.dueOn)', { cache })).toBe('1er mars 2026')
    expect(valueOf('date(entry.dueOn)', { cache, locale: 'en' })).toBe('1 March 2026')
  })

  it('forgets the one unused for longest when full', () => {
    const cache = expressionCache(2)
    const first = compileExpression('1', { cache })
    const second = compileExpression('2', { cache })
    expect(compileExpression('1', { cache })).toBe(first)
    compileExpression('3', { cache })
    expect(compileExpression('1', { cache })).toBe(first)
    expect(compileExpression('2', { cache })).not.toBe(second)
  })

  it('still checks the names of each use', () => {
    const cache = expressionCache()
    expect(compileExpression('entry.title', { cache }).ok).toBe(true)
    expect(compileExpression('entry.title', { cache, variables: { entry: { name: true } } }).ok).toBe(false)
  })
})
