// SPDX-License-Identifier: MIT
import type { Condition } from '../../condition/condition.ts'
import { formFields } from '../../form/visibility.ts'
import type { Form } from '../../form/form.ts'
import { pathsOf } from '../../publication/indexes.ts'
import { reportAnswersCondition } from './language.ts'
import { own, ownCollection, ownRef, repeated, type CheckScope } from './report.ts'
import { checkSuggestions } from './suggestions.ts'

/** Forms: fields that exist, conditions on answers already given, nothing compulsory that nobody is asked. */
export function checkForms(scope: CheckScope): void {
  const used = usedForms(scope)
  for (const [key, form] of Object.entries(scope.solution.forms)) {
    checkForm(scope, form, `forms.${key}`)
    if (!used.has(key)) scope.report('unused-form', `forms.${key}`, { name: key })
  }
  checkRequiredFields(scope)
}

function checkForm(scope: CheckScope, form: Form, path: string): void {
  const collection = ownCollection(scope, form.collection, `${path}.collection`)
  for (const name of repeated(form.pages.map((page) => page.key))) {
    scope.report('duplicate-key', `${path}.pages`, { name })
  }
  if (!collection) return
  const asked = new Set(formFields(form))
  const met = new Set<string>()
  const checkShown = (condition: Condition | undefined, place: string) => {
    if (!condition) return
    reportAnswersCondition(scope, ownRef(scope, form.collection), condition, place)
    for (const read of pathsOf(condition)) {
      const [name = ''] = read.split('.')
      if (asked.has(name) && !met.has(name)) scope.report('asked-later', place, { name })
    }
  }
  for (const [index, page] of form.pages.entries()) {
    const place = `${path}.pages[${index}]`
    checkShown(page.showWhen, `${place}.showWhen`)
    for (const [position, item] of page.items.entries()) {
      const itemPlace = `${place}.items[${position}]`
      checkShown(item.showWhen, `${itemPlace}.showWhen`)
      if (!own(collection.fields, item.field)) {
        scope.report('unknown-field', `${itemPlace}.field`, { name: item.field, collection: form.collection })
      }
      checkSuggestions(scope, form.collection, item, itemPlace)
      met.add(item.field)
    }
    for (const name of repeated(page.items.map((item) => item.field))) {
      scope.report('duplicate-key', `${place}.items`, { name })
    }
  }
}

function usedForms(scope: CheckScope): ReadonlySet<string> {
  const transitions = Object.values(scope.solution.collections).flatMap((collection) =>
    Object.values(collection.lifecycle?.transitions ?? {}),
  )
  return new Set([
    ...Object.values(scope.solution.procedures ?? {}).map((procedure) => procedure.form),
    ...transitions.flatMap((transition) => (transition.form ? [transition.form] : [])),
  ])
}

/** A compulsory field on no form is never filled in; collections without any form are filled otherwise (import, API). */
function checkRequiredFields(scope: CheckScope): void {
  for (const [key, collection] of Object.entries(scope.solution.collections)) {
    const forms = Object.values(scope.solution.forms).filter((form) => form.collection === key)
    if (forms.length === 0) continue
    const asked = new Set(forms.flatMap(formFields))
    for (const [name, field] of Object.entries(collection.fields)) {
      if (field.required && !asked.has(name)) {
        scope.report('never-asked', `collections.${key}.fields.${name}`, { name })
      }
    }
  }
}
