// SPDX-License-Identifier: MIT
import { systemColumns, type Collection } from '../../collection/collection.ts'
import { dueSort } from '../../collection/due.ts'
import { fieldType, type Field } from '../../field-types/registry.ts'
import { columnName, systemColumnName, tableName } from '../../publication/naming.ts'
import { collectionRef, type CollectionRef } from '../model.ts'
import { checkComputations } from './computations.ts'
import { reportAnswersCondition, reportTemplate } from './language.ts'
import { checkLifecycle } from './lifecycle.ts'
import { own, ownRef, type CheckScope } from './report.ts'

/** Collections: names that the database can hold, fields that exist, titles that can be made. */
export function checkCollections(scope: CheckScope): void {
  checkTableNames(scope)
  for (const [key, collection] of Object.entries(scope.solution.collections)) {
    const path = `collections.${key}`
    checkFieldNames(scope, collection, `${path}.fields`)
    for (const [fieldKey, field] of Object.entries(collection.fields)) {
      checkReference(scope, field, `${path}.fields.${fieldKey}`)
    }
    checkComputations(scope, collection, `${path}.fields`)
    checkTitles(scope, key, collection, path)
    checkRoles(scope, key, collection, path)
    if (collection.lifecycle) checkLifecycle(scope, key, collection.lifecycle, `${path}.lifecycle`)
  }
}

function checkTableNames(scope: CheckScope): void {
  const taken = new Map<string, CollectionRef>()
  for (const other of scope.others) {
    for (const key of Object.keys(other.collections)) {
      taken.set(tableName(`${other.key}.${key}`), `${other.key}.${key}`)
    }
  }
  for (const key of Object.keys(scope.solution.collections)) {
    const ref = ownRef(scope, key)
    const name = tableName(ref)
    const other = taken.get(name)
    if (other) scope.report('same-table', `collections.${key}`, { name: ref, other })
    if (name.length > 63) scope.report('name-too-long', `collections.${key}`, { name })
    taken.set(name, ref)
  }
}

const reservedNames: ReadonlySet<string> = new Set(systemColumns)
const reservedColumns: ReadonlySet<string> = new Set(Object.values(systemColumnName))

function checkFieldNames(scope: CheckScope, collection: Collection, path: string): void {
  const taken = new Map<string, string>()
  for (const name of Object.keys(collection.fields)) {
    const column = columnName(name)
    const other = taken.get(column)
    const isReserved = reservedNames.has(name) || (name === dueSort && collection.due !== undefined)
    if (isReserved || reservedColumns.has(column)) {
      scope.report('system-name', `${path}.${name}`, { name })
    }
    if (other) scope.report('same-column', `${path}.${name}`, { name, other })
    if (column.length > 63) scope.report('name-too-long', `${path}.${name}`, { name: column })
    taken.set(column, name)
  }
}

/** A reference leads to a collection that is there; in a group, each member’s. */
export function checkReference(scope: CheckScope, field: Field, path: string): void {
  if (field.type === 'group') {
    for (const [key, member] of Object.entries(field.fields))
      checkReference(scope, member, `${path}.fields.${key}`)
  }
  if (field.type !== 'reference' && field.type !== 'references') return
  const ref = collectionRef(field.to, scope.solution.key)
  if (!scope.model.collections.has(ref)) scope.report('unknown-collection', `${path}.to`, { name: field.to })
}

function checkTitles(scope: CheckScope, key: string, collection: Collection, path: string): void {
  reportTemplate(scope, collection.entryTitle, `${path}.entryTitle`, collection)
  for (const [index, title] of (collection.entryTitles ?? []).entries()) {
    reportAnswersCondition(scope, ownRef(scope, key), title.when, `${path}.entryTitles[${index}].when`)
    reportTemplate(scope, title.template, `${path}.entryTitles[${index}].template`, collection)
  }
}

/** Fields that play a part for the whole collection: contact, holder, due days, search. */
function checkRoles(scope: CheckScope, key: string, collection: Collection, path: string): void {
  for (const [part, name] of Object.entries(collection.contact ?? {})) {
    if (name === undefined) continue
    const field = fieldOf(scope, key, collection, name, `${path}.contact.${part}`)
    if (part === 'email' && field && field.type !== 'email') {
      scope.report('wrong-type', `${path}.contact.${part}`, { name, expected: 'email' })
    }
  }
  if (collection.heldBy) {
    const field = fieldOf(scope, key, collection, collection.heldBy, `${path}.heldBy`)
    if (field && field.type !== 'reference') {
      scope.report('wrong-type', `${path}.heldBy`, { name: collection.heldBy, expected: 'reference' })
    }
  }
  for (const [index, name] of (collection.due ?? []).entries()) {
    if (name === 'legalDueOn') continue
    const place = `${path}.due[${index}]`
    const field = fieldOf(scope, key, collection, name, place)
    if (field && field.type !== 'date') scope.report('wrong-type', place, { name, expected: 'date' })
  }
  for (const [index, name] of (collection.search ?? []).entries()) {
    const place = `${path}.search[${index}]`
    const field = fieldOf(scope, key, collection, name, place)
    if (!field) continue
    if (!fieldType(field).column(field)) scope.report('not-stored', place, { name })
    if (hasRestrictedReaders(scope, key, name)) scope.report('restricted-search', place, { name })
  }
}

/** Whether some grant shows entries of the collection without this field. */
function hasRestrictedReaders(scope: CheckScope, key: string, field: string): boolean {
  return scope.solution.grants.some((grant) => {
    if (grant.on !== key || !(grant.may.includes('read') || grant.may.includes('list'))) return false
    const read = grant.fields?.read ?? 'all'
    return read !== 'all' && !read.includes(field)
  })
}

/** The collection's field of that name; tells when there is none. */
export function fieldOf(
  scope: CheckScope,
  collectionKey: string,
  collection: Collection,
  name: string,
  path: string,
): Field | undefined {
  const field = own(collection.fields, name)
  if (!field) scope.report('unknown-field', path, { name, collection: collectionKey })
  return field
}
