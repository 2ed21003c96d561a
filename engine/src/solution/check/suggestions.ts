// SPDX-License-Identifier: MIT
import type { FormItem } from '../../form/form.ts'
import { own, type CheckScope } from './report.ts'

/** Suggestions: fields that exist, of the collection itself or of the one that holds the people. */
export function checkSuggestions(
  scope: CheckScope,
  collectionKey: string,
  item: FormItem,
  path: string,
): void {
  for (const [index, source] of (item.suggestFrom ?? []).entries()) {
    const place = `${path}.suggestFrom[${index}]`
    if (source.from === 'earlier' && source.field !== undefined) {
      const { fields } = own(scope.solution.collections, collectionKey) ?? {}
      if (!own(fields, source.field)) {
        scope.report('unknown-field', `${place}.field`, { name: source.field, collection: collectionKey })
      }
    }
    if (source.from === 'person') checkPersonField(scope, source.field, `${place}.field`)
  }
}

/** Among the solutions at hand one provides the people; without any, nothing can be said of their fields. */
function checkPersonField({ solution, others, report }: CheckScope, name: string, path: string): void {
  const used = others.filter(({ key }) => solution.uses?.includes(key))
  const provider = [solution, ...used, ...others].find(({ identity }) => identity)
  const key = provider?.identity?.person.collection
  const people = key === undefined ? undefined : own(provider?.collections, key)
  if (key !== undefined && people && !own(people.fields, name)) {
    report('unknown-field', path, { name, collection: key })
  }
}
