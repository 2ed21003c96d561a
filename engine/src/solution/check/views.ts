// SPDX-License-Identifier: MIT
import { dueSort } from '../../collection/due.ts'
import { fieldType } from '../../field-types/registry.ts'
import { systemColumnName } from '../../publication/naming.ts'
import { isFilterable } from '../../view/filter.ts'
import type { View } from '../../view/view.ts'
import { reportCondition } from './language.ts'
import { own, ownCollection, ownRef, type CheckScope } from './report.ts'
import { checkRole } from './rights.ts'

/** Views: columns and sorts that can be read from the typed table, for roles that exist. */
export function checkViews(scope: CheckScope): void {
  for (const [key, view] of Object.entries(scope.solution.views ?? {})) {
    const path = `views.${key}`
    for (const [index, role] of view.roles.entries()) checkRole(scope, role, `${path}.roles[${index}]`)
    checkColumns(scope, view, path)
    if (view.where && own(scope.solution.collections, view.collection)) {
      reportCondition(scope, ownRef(scope, view.collection), view.where, `${path}.where`)
    }
  }
}

function checkColumns(scope: CheckScope, view: View, path: string): void {
  const collection = ownCollection(scope, view.collection, `${path}.collection`)
  if (!collection) return
  const places = view.columns.map((name, index) => ({ name, place: `${path}.columns[${index}]` }))
  const order = view.sort?.replace(/^-/, '')
  if (order !== undefined && !(order === dueSort && collection.due)) {
    places.push({ name: order, place: `${path}.sort` })
  }
  for (const { name, place } of places) {
    if (Object.hasOwn(systemColumnName, name)) continue
    const field = own(collection.fields, name)
    if (!field) scope.report('unknown-field', place, { name, collection: view.collection })
    else if (!fieldType(field).column(field)) scope.report('not-stored', place, { name })
  }
  for (const [index, name] of (view.filters ?? []).entries()) {
    const place = `${path}.filters[${index}]`
    if (isFilterable(collection, name)) continue
    if (Object.hasOwn(systemColumnName, name) || own(collection.fields, name)) {
      scope.report('not-filterable', place, { name })
    } else scope.report('unknown-field', place, { name, collection: view.collection })
  }
}
