// SPDX-License-Identifier: MIT
import { systemColumns } from '../../collection/collection.ts'
import { columnName, systemColumnName } from '../../publication/naming.ts'
import { collectionOf, solutionOf, type CollectionRef } from '../collection-ref.ts'
import { extensionsIn, type Extending } from '../extend.ts'
import { modelOf } from '../model.ts'
import { checkReference } from './collections.ts'
import { checkComputations } from './computations.ts'
import { own, type CheckScope } from './report.ts'
import { checkGrantOn } from './rights.ts'

/**
 * What a solution adds to collections of others: they exist, nobody else has a field of that name, and nothing that is
 * there already becomes wrong. The other way round, what others add to this solution's collections stays possible.
 */
export function checkExtensions(scope: CheckScope): void {
  const beside = modelOf(scope.others)
  for (const extending of extensionsIn([scope.solution])) checkExtension(scope, extending, beside)
  for (const { by, ref, extension } of extensionsIn(scope.others)) {
    if (solutionOf(ref) !== scope.solution.key) continue
    const collection = own(scope.solution.collections, collectionOf(ref))
    if (!collection) {
      scope.report('extended-collection', 'collections', { name: collectionOf(ref), by })
      continue
    }
    for (const name of Object.keys(extension.fields)) {
      if (!takenColumns(collection.fields).has(columnName(name))) continue
      scope.report('added-twice', `collections.${collectionOf(ref)}.fields.${name}`, { name, by })
    }
  }
}

function checkExtension(
  scope: CheckScope,
  { ref, extension }: Extending,
  beside: ReturnType<typeof modelOf>,
): void {
  const path = `extends.${ref}`
  const collection = scope.model.collections.get(ref)
  const former = beside.collections.get(ref)
  if (!collection || !former || solutionOf(ref) === scope.solution.key) {
    scope.report('unknown-collection', path, { name: ref })
    return
  }
  if (!(scope.solution.uses ?? []).includes(solutionOf(ref)))
    scope.report('extends-unused', path, { name: solutionOf(ref) })
  const taken = takenColumns(former.fields)
  for (const [name, field] of Object.entries(extension.fields)) {
    const place = `${path}.fields.${name}`
    if (reserved.has(name) || reserved.has(columnName(name))) scope.report('system-name', place, { name })
    if (taken.has(columnName(name))) scope.report('added-twice', place, { name, by: adder(scope, ref, name) })
    if (columnName(name).length > 63) scope.report('name-too-long', place, { name: columnName(name) })
    if (field.required) scope.report('added-required', place, { name })
    checkReference(scope, field, place)
  }
  checkComputations(scope, collection, `${path}.fields`, new Set(Object.keys(extension.fields)))
  for (const [index, grant] of (extension.grants ?? []).entries()) {
    checkGrantOn(
      scope,
      { ...grant, on: collectionOf(ref) },
      { ref, collection, path: `${path}.grants[${index}]` },
    )
  }
}

/** Who has a field of that name: another extension, else the collection's own solution. */
function adder(scope: CheckScope, ref: CollectionRef, name: string): string {
  const other = extensionsIn(scope.others).find((one) => one.ref === ref && own(one.extension.fields, name))
  return other?.by ?? solutionOf(ref)
}

const reserved: ReadonlySet<string> = new Set([...systemColumns, ...Object.values(systemColumnName)])

function takenColumns(fields: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set(Object.keys(fields).map(columnName))
}
