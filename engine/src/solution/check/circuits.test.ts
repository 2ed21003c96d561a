// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { compare, compareActor } from '../../condition/condition.ts'
import type { ApprovalCircuit } from '../../rights/circuit.ts'
import type { Grant } from '../../rights/grant.ts'
import { check } from '../check.ts'
import { exportSolution, importSolution } from '../serialise.ts'
import type { Solution } from '../solution.ts'
import { changed, library } from '../testing/library.ts'

const title = { fr: 'Essai', en: 'Trial' }
const sound: ApprovalCircuit = {
  title,
  levels: [
    { title, who: { kind: 'role', role: 'librarian' }, deadlineDays: 7 },
    { title, who: { kind: 'role-at', role: 'librarian', at: 'branch' }, when: compare('book', 'filled') },
  ],
}
const byOwner: Grant = { who: { kind: 'owner' }, may: ['edit'], on: 'loan', approval: 'books' }

/** The library, whose readers edit their loans under a circuit. */
const approving = (circuit: ApprovalCircuit | undefined, grant: Grant | undefined = byOwner): Solution =>
  changed(library, (draft) => {
    if (circuit) Object.assign(draft, { circuits: { books: structuredClone(circuit) } })
    if (grant) draft.grants.push(structuredClone(grant))
  })
const told = (solution: Solution) => check(solution).map(({ code, path }) => `${code} ${path}`)
const levels = (...changes: Partial<ApprovalCircuit['levels'][number]>[]): ApprovalCircuit => ({
  title,
  levels: changes.map((change) => ({ title, who: { kind: 'role', role: 'librarian' }, ...change })),
})

describe('a circuit of approval', () => {
  it('that is sound has nothing told of it, and survives an exchange', () => {
    const solution = approving(sound)
    expect(told(solution)).toEqual([])
    expect(importSolution(exportSolution(solution))).toEqual({ ok: true, solution })
  })

  it.each<[string, string, Solution]>([
    ['a grant that names another', 'unknown-circuit grants[5].approval', approving(undefined)],
    [
      'a grant that does not edit',
      'approval-without-edit grants[5].approval',
      approving(sound, { ...byOwner, may: ['read'] }),
    ],
    [
      'a role that is not',
      'unknown-role circuits.books.levels[0].who.role',
      approving(levels({ who: { kind: 'role', role: 'mayor' } }, {})),
    ],
    [
      'a path that leads nowhere',
      'invalid-condition circuits.books.levels[0].who.path',
      approving(levels({ who: { kind: 'relation', path: 'author' } })),
    ],
    [
      'a condition on what is not there',
      'invalid-condition circuits.books.levels[0].when',
      approving(levels({ when: compare('author', 'filled') })),
    ],
    [
      'a condition on who decides',
      'level-of-nobody circuits.books.levels[0].when',
      approving(levels({ when: compareActor('branch', 'eq', 'my.organisations') })),
    ],
  ])('is refused with %s, at its place', (_, expected, solution) => {
    expect(told(solution)).toContain(expected)
    expect(check(solution).some(({ severity }) => severity === 'error')).toBe(true)
  })

  it.each<[string, string, Solution]>([
    [
      'no grant uses it',
      'unused-circuit circuits.books',
      changed(approving(sound), (d) => void d.grants.pop()),
    ],
    [
      'those of a level may not read what they decide',
      'blind-level circuits.books.levels[0].who',
      approving(levels({ who: { kind: 'relation', path: 'reader' } })),
    ],
  ])('is doubted when %s', (_, expected, solution) => {
    expect(told(solution)).toContain(expected)
  })
})
