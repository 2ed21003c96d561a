// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { libraryModel as model } from '../testing/library.ts'
import { resolvePath, resolveRelation } from './path.ts'

const resolved = (path: string) => {
  const found = resolvePath(model, 'library.loan', path)
  if (!found.ok) throw new Error(found.problem.code)
  return found.plan
}

describe('a path', () => {
  it.each([
    ['book', [], 'text'],
    ['state', [], 'text'],
    ['closedAt', [], 'datetime'],
    ['fee', [], 'number'],
    ['kinds', [], 'text'],
    ['borrower', [], 'id'],
    ['borrower.name', ['forward borrower'], 'text'],
    ['borrower.guardian.born', ['forward borrower', 'forward guardian'], 'date'],
    ['branch.place.citycode', ['forward branch'], 'text'],
    ['borrower.id', ['forward borrower'], 'id'],
    ['borrower.loan[helpers].dueOn', ['forward borrower', 'backward helpers'], 'date'],
    ['branch.library.loan[branch].book', ['forward branch', 'backward branch'], 'text'],
    ['borrower.loan[borrower]', ['forward borrower', 'backward borrower'], 'id'],
  ])('%s makes its hops and ends on a value', (path, hops, comparable) => {
    const plan = resolved(path)
    expect(plan.hops.map((hop) => `${hop.direction} ${hop.field}`)).toEqual(hops)
    expect(plan.terminal.comparable).toBe(comparable)
  })

  it('ends on a field that cannot be compared, without a comparable', () => {
    expect(resolved('branch.place').terminal.comparable).toBeUndefined()
  })

  it('knows a reference to several from a reference to one', () => {
    expect(resolved('helpers.name').hops[0]).toMatchObject({ many: true, to: 'library.reader' })
    expect(resolved('borrower.name').hops[0]).toMatchObject({ many: false, to: 'library.reader' })
  })

  it.each([
    ['colour', 'unknown-field', 'colour'],
    ['borrower.colour', 'unknown-field', 'colour'],
    ['book.size', 'unknown-part', 'size'],
    ['state.label', 'unknown-part', 'label'],
    ['branch.place.street', 'unknown-part', 'street'],
    ['rules', 'nothing-stored', 'rules'],
    ['book.author.name', 'not-a-reference', 'book'],
    ['owner.name', 'unknown-part', 'name'],
    ['ghost[book].state', 'unknown-collection', 'library.ghost'],
    ['elsewhere.loan[book].state', 'unknown-collection', 'elsewhere.loan'],
    ['borrower.loan[colour].state', 'unknown-field', 'colour'],
    ['borrower.loan[book].state', 'not-a-reference', 'book'],
    ['borrower.loan[branch].state', 'refers-elsewhere', 'branch'],
    ['book[one][two]', 'malformed-path', 'book[one][two]'],
    ['constructor', 'unknown-field', 'constructor'],
    ['branch.place.constructor', 'unknown-part', 'constructor'],
  ])('%s is refused: %s', (path, code, segment) => {
    expect(resolvePath(model, 'library.loan', path)).toMatchObject({ ok: false, problem: { code, segment } })
  })

  it('is refused from a collection that is not there', () => {
    expect(resolvePath(model, 'library.ghost', 'state')).toMatchObject({ ok: false })
  })
})

describe('a relation', () => {
  it.each([
    ['borrower', 'library.reader', 1],
    ['borrower.guardian', 'library.reader', 2],
    ['branch.loan[branch]', 'library.loan', 2],
  ])('%s leads to the entries of %s', (path, collection, hops) => {
    const found = resolveRelation(model, 'library.loan', path)
    expect(found).toMatchObject({ ok: true, plan: { collection } })
    expect(found.ok && found.plan.hops.length).toBe(hops)
  })

  it.each(['book', 'state', 'borrower.name', 'branch.place', 'branch.place.city', 'colour'])(
    '%s is refused: it ends on a value',
    (path) => {
      expect(resolveRelation(model, 'library.loan', path)).toMatchObject({
        ok: false,
        problem: { code: 'not-a-reference' },
      })
    },
  )
})
