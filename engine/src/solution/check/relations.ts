// SPDX-License-Identifier: MIT
import type { FieldTypeKey } from '../../field-types/registry.ts'
import { collectionRef } from '../collection-ref.ts'
import { fieldOf } from './collections.ts'
import { ownRef, type CheckScope } from './report.ts'

const parts: Readonly<Record<string, readonly FieldTypeKey[]>> = {
  from: ['reference'],
  to: ['reference'],
  kind: ['choice', 'text'],
  startsOn: ['date'],
  endsOn: ['date'],
  endReason: ['text', 'long_text'],
}

/** Collections of relations: their parts are fields of the right types, and nobody may erase what was linked. */
export function checkRelations(scope: CheckScope): void {
  for (const [key, collection] of Object.entries(scope.solution.collections)) {
    const path = `collections.${key}.relation`
    for (const [part, name] of Object.entries(collection.relation ?? {})) {
      if (name === undefined) continue
      const field = fieldOf(scope, key, collection, name, `${path}.${part}`)
      const types = parts[part] ?? []
      if (field && !types.includes(field.type))
        scope.report('wrong-type', `${path}.${part}`, { name, expected: types.join(', ') })
    }
    if (collection.relation) checkNotErased(scope, key)
    for (const [name, field] of Object.entries(collection.fields)) {
      if (field.type !== 'reference' && field.type !== 'references') continue
      if (!field.acyclic || collectionRef(field.to, scope.solution.key) === ownRef(scope, key)) continue
      scope.report('acyclic-elsewhere', `collections.${key}.fields.${name}.acyclic`, { name })
    }
  }
}

function checkNotErased(scope: CheckScope, key: string): void {
  for (const [index, { on, may }] of scope.solution.grants.entries()) {
    if (on === key && may.includes('delete'))
      scope.report('erased-relation', `grants[${index}].may`, { name: key })
  }
}
