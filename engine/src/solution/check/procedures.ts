// SPDX-License-Identifier: MIT
import type { Procedure } from '../../procedure/procedure.ts'
import { fieldProblemText } from '../../field-types/messages.ts'
import { fieldType } from '../../field-types/registry.ts'
import { collectionRef } from '../collection-ref.ts'
import { fieldOf } from './collections.ts'
import { reportAnswersCondition } from './language.ts'
import { own, ownRef, type CheckScope } from './report.ts'

/** Procedures: a theme, a form, presets that their fields accept, an opening before the closing. */
export function checkProcedures(scope: CheckScope): void {
  for (const [key, procedure] of Object.entries(scope.solution.procedures ?? {})) {
    const path = `procedures.${key}`
    if (!own(scope.solution.themes, procedure.theme)) {
      scope.report('unknown-theme', `${path}.theme`, { name: procedure.theme })
    }
    if (procedure.opensOn && procedure.closesOn && procedure.closesOn < procedure.opensOn) {
      scope.report('closes-before-opening', `${path}.closesOn`, {})
    }
    const form = own(scope.solution.forms, procedure.form)
    if (!form) {
      scope.report('unknown-form', `${path}.form`, { name: procedure.form })
      continue
    }
    checkPresets(scope, form.collection, procedure, path)
    checkDocuments(scope, form.collection, procedure, path)
    checkOrganisation(scope, form.collection, procedure, path)
    for (const [index, rule] of (procedure.eligibility ?? []).entries()) {
      reportAnswersCondition(
        scope,
        ownRef(scope, form.collection),
        rule.condition,
        `${path}.eligibility[${index}].condition`,
      )
    }
  }
}

/** The field of the organisation for which one files leads to the organisations of the directory. */
function checkOrganisation(
  scope: CheckScope,
  collectionKey: string,
  procedure: Procedure,
  path: string,
): void {
  const name = procedure.forOrganisation
  const collection = own(scope.solution.collections, collectionKey)
  if (name === undefined || !collection) return
  const place = `${path}.forOrganisation`
  const field = fieldOf(scope, collectionKey, collection, name, place)
  const provider = [scope.solution, ...scope.others].find(({ identity }) => identity)
  const expected = provider?.identity && `${provider.key}.${provider.identity.organisation.collection}`
  if (field && !(field.type === 'reference' && collectionRef(field.to, scope.solution.key) === expected))
    scope.report('wrong-type', place, {
      name,
      expected: `reference → ${expected ?? 'identity.organisation'}`,
    })
}

/** What a document of the sheet is joined to receives files. */
function checkDocuments(scope: CheckScope, collectionKey: string, procedure: Procedure, path: string): void {
  const collection = own(scope.solution.collections, collectionKey)
  for (const [index, { field: name }] of (procedure.sheet.documents ?? []).entries()) {
    if (name === undefined || !collection) continue
    const place = `${path}.sheet.documents[${index}].field`
    const field = fieldOf(scope, collectionKey, collection, name, place)
    if (field && field.type !== 'file' && field.type !== 'files')
      scope.report('wrong-type', place, { name, expected: 'file' })
  }
}

function checkPresets(scope: CheckScope, collectionKey: string, procedure: Procedure, path: string): void {
  for (const [name, value] of Object.entries(procedure.presets ?? {})) {
    checkValue(scope, collectionKey, name, value, `${path}.presets.${name}`)
  }
}

/** A value written in a definition, for a field: it exists and accepts it. */
export function checkValue(
  scope: CheckScope,
  collectionKey: string,
  name: string,
  value: unknown,
  path: string,
): void {
  const field = own(own(scope.solution.collections, collectionKey)?.fields, name)
  if (!field) {
    scope.report('unknown-field', path, { name, collection: collectionKey })
    return
  }
  const outcome = fieldType(field).check(value, field)
  if (outcome.ok) return
  const [first] = outcome.problems
  if (!first) return
  const detail = { fr: fieldProblemText(first.problem, 'fr'), en: fieldProblemText(first.problem, 'en') }
  scope.report('wrong-value', path, { name, detail })
}
