// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { exportSolution, importSolution } from './serialise.ts'
import { library } from './testing/library.ts'

const edited = (change: (value: Record<string, unknown>) => void): string => {
  const value: Record<string, unknown> = JSON.parse(exportSolution(library))
  change(value)
  return JSON.stringify(value)
}

describe('exchanging a solution', () => {
  it('changes nothing', () => {
    expect(importSolution(exportSolution(library))).toEqual({ ok: true, solution: library })
  })

  it('keeps the order of fields, pages and transitions', () => {
    const imported = importSolution(exportSolution(library))
    const order = (collections: typeof library.collections) => Object.keys(collections['loan']?.fields ?? {})
    expect(imported.ok && order(imported.solution.collections)).toEqual(order(library.collections))
  })

  it('refuses what is not JSON, in both languages', () => {
    const imported = importSolution('{')
    expect(imported).toMatchObject({ ok: false, problems: [{ path: '' }] })
    expect(!imported.ok && imported.problems[0]?.message.fr).toContain('JSON')
  })

  it('refuses a definition that does not exist, at its place', () => {
    const imported = importSolution(edited((value) => Object.assign(value, { colour: 'red' })))
    expect(!imported.ok && imported.problems[0]?.message.en).toContain('colour')
  })

  it('says where a value is wrong', () => {
    const imported = importSolution(
      edited((value) => Object.assign(value, { grants: [{ who: { kind: 'moon' } }] })),
    )
    expect(!imported.ok && imported.problems.map(({ path }) => path)).toContain('grants[0].who.kind')
  })
})
