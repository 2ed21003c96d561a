// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { demonstrationValues, filesNamedBy } from './demonstration-values.ts'
import { defineDemonstration, demonstrationSchema } from './demonstration.ts'

const names = {
  recordId: (name: string) => `id of ${name}`,
  fileId: (file: string) => `id of ${file}`,
  day: '2026-11-20',
}

describe('the values of a demonstration', () => {
  it.each([
    ['a text', 'Nana', 'Nana'],
    ['a record', { ref: 'roads' }, 'id of roads'],
    ['a day to come', { inDays: 12 }, '2026-12-02'],
    ['a day gone by', { inDays: -20 }, '2026-10-31'],
    ['one file', { files: ['a.pdf'] }, 'id of a.pdf'],
    ['several files', { files: ['a.pdf', 'b.pdf'] }, ['id of a.pdf', 'id of b.pdf']],
    ['a structured value', { label: 'Ici', since: { inDays: 0 } }, { label: 'Ici', since: '2026-11-20' }],
    ['items', [{ who: { ref: 'elise' } }], [{ who: 'id of elise' }]],
    ['nothing', null, null],
  ] as const)('put what is meant in the place of %s', (_what, value, meant) => {
    expect(demonstrationValues({ field: structuredClone(value) as never }, names)).toEqual({ field: meant })
  })

  it('tell the files to deposit', () => {
    expect(filesNamedBy({ files: ['a.pdf', 'b.pdf'] })).toEqual(['a.pdf', 'b.pdf'])
    expect(filesNamedBy({ ref: 'roads' })).toEqual([])
  })
})

describe('a demonstration', () => {
  const sound = { password: 'longer-than-8', records: [], accounts: [], filings: [], files: {} }

  it('is accepted when it is empty', () => {
    expect(defineDemonstration(sound)).toEqual(sound)
  })

  it.each([
    ['a short password', { password: 'short' }],
    [
      'an hour that clocks do not have',
      { filings: [{ procedure: 'borrow', daysAgo: 1, at: '25:00', answers: {} }] },
    ],
    ['a filing in the future', { filings: [{ procedure: 'borrow', daysAgo: -1, at: '09:00', answers: {} }] }],
    ['a record of no solution', { records: [{ name: 'roads', collection: 'organisation', values: {} }] }],
    ['an unknown part', { music: 'loud' }],
  ])('is refused with %s', (_what, change) => {
    expect(demonstrationSchema.safeParse({ ...sound, ...change }).success).toBe(false)
  })
})
