// SPDX-License-Identifier: MIT
import { asHandled } from '../field-types/as-handled.ts'
import { fieldType } from '../field-types/registry.ts'
import { formatDate, formatDateTime } from '../field-types/format.ts'
import type { CollectionRef, Model } from '../solution/model.ts'
import { inLocale, type Locale } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'
import type { Condition, ConditionValue, Scalar } from './condition.ts'
import { resolveRelation, type Hop, type PathPlan } from './path.ts'
import { planComparison, planRelation } from './plan-comparison.ts'
import { isAlways } from './simple.ts'
import { conditionWords, type Wording, type Words } from './words.ts'

export type WordsScope = {
  readonly model: Model
  readonly collection: CollectionRef
  readonly locale: Locale
  /** The name of an entry that the condition quotes by its id. Without it the id is shown. */
  readonly nameOf?: ((id: string) => string | undefined) | undefined
}

/**
 * The condition as a sentence an administrator can check: « État » est « Déposée » et « Service » est un organisme de
 * la personne connectée. Throws on a condition that `checkCondition` refuses.
 */
export function inWords(condition: Condition, scope: WordsScope): string {
  const text = say(condition, scope, conditionWords[scope.locale])
  return scope.locale === 'fr' ? frenchSpaces(text) : text
}

/** A path of references as the labels an administrator knows: « Service › Responsable ». */
export function pathInWords(path: string, scope: WordsScope): string {
  const words = conditionWords[scope.locale]
  const relation = resolveRelation(scope.model, scope.collection, path)
  const text = words.quoted(
    relation.ok ? hopLabels(relation.plan.hops, scope).join(' › ') : labelOf(path, words),
  )
  return scope.locale === 'fr' ? frenchSpaces(text) : text
}

function say(condition: Condition, scope: WordsScope, words: Words): string {
  switch (condition.kind) {
    case 'all':
      return joined(condition.parts, scope, words, words.and, words.always)
    case 'any':
      return joined(condition.parts, scope, words, words.or, words.never)
    case 'not':
      return words.not(within(condition.part, scope, words))
    case 'compare':
      return comparison(condition, scope, words)
    case 'exists': {
      const { hops, collection } = planRelation(condition.path, scope.model, scope.collection)
      const where = isAlways(condition.where)
        ? undefined
        : within(condition.where, { ...scope, collection }, words)
      return words.exists(words.quoted(hopLabels(hops, scope).join(' › ')), where)
    }
  }
}

function joined(
  parts: readonly Condition[],
  scope: WordsScope,
  words: Words,
  word: string,
  ofNone: string,
): string {
  const [only, ...others] = parts
  if (!only) return ofNone
  if (others.length === 0) return say(only, scope, words)
  return parts.map((part) => within(part, scope, words)).join(word)
}

/** In brackets when it is itself made of several. */
function within(condition: Condition, scope: WordsScope, words: Words): string {
  const text = say(condition, scope, words)
  const isCompound = (condition.kind === 'all' || condition.kind === 'any') && condition.parts.length > 1
  return isCompound || condition.kind === 'exists' ? `(${text})` : text
}

function comparison(
  condition: Extract<Condition, { kind: 'compare' }>,
  scope: WordsScope,
  words: Words,
): string {
  const plan = planComparison(condition, scope.model, scope.collection)
  const subject = words.quoted(pathLabel(plan.left, scope, words))
  if (plan.kind === 'presence') return `${subject} ${words[plan.op]}`
  if (plan.kind === 'paths') {
    const other = words.quoted(pathLabel(plan.right, scope, words))
    return `${subject} ${words.verbs[wordingOf(plan.left)][plan.op]} ${other}`
  }
  const values = valuesInWords(plan.value, plan.left, scope, words)
  const wording = wordingOf(plan.left)
  if (plan.op === 'ne' && values.length > 1 && wording !== 'several') return `${subject} ${words.nor(values)}`
  return `${subject} ${words.verbs[wording][plan.op]} ${values.join(words.or)}`
}

function wordingOf({ terminal }: PathPlan): Wording {
  if (terminal.kind === 'field' && terminal.column.array) return 'several'
  if (terminal.comparable === 'date' || terminal.comparable === 'datetime') return 'moment'
  return terminal.comparable === 'number' ? 'number' : 'plain'
}

function valuesInWords(
  value: Exclude<ConditionValue, { kind: 'path' }>,
  left: PathPlan,
  scope: WordsScope,
  words: Words,
): readonly string[] {
  switch (value.kind) {
    case 'actor':
      return [words.actor[value.attribute]]
    case 'today':
      return [words.today(value.plusDays)]
    case 'literal': {
      const values = Array.isArray(value.value) ? value.value : [value.value]
      return values.map((one) => literalInWords(one, left, scope, words))
    }
  }
}

function literalInWords(value: Scalar, left: PathPlan, scope: WordsScope, words: Words): string {
  const { terminal } = left
  const { locale } = scope
  switch (terminal.comparable) {
    case 'id':
      return words.quoted(scope.nameOf?.(String(value)) ?? String(value))
    case 'date':
      return words.day(formatDate(String(value), locale))
    case 'datetime':
      return words.day(formatDateTime(String(value), locale))
    case 'text':
      return words.quoted(textLabel(String(value), left, scope))
    case 'boolean':
      return words.quoted(displayed(value, left, locale))
    default:
      return displayed(value, left, locale)
  }
}

function displayed(value: Scalar, { terminal }: PathPlan, locale: Locale): string {
  return terminal.kind === 'field'
    ? fieldType(terminal.field).display(value, terminal.field, locale)
    : String(value)
}

/** The label of a state or of a choice; any other text as it is. */
function textLabel(value: string, { terminal, collection }: PathPlan, { model, locale }: WordsScope): string {
  if (terminal.kind === 'system' && terminal.name === 'state') {
    const states = model.collections.get(collection)?.lifecycle?.states
    const state = states && Object.hasOwn(states, value) ? states[value] : undefined
    return state ? inLocale(state.label, locale) : value
  }
  if (terminal.kind === 'field' && (terminal.field.type === 'choice' || terminal.field.type === 'choices')) {
    const option = terminal.field.options.find((option) => option.value === value)
    return option ? inLocale(option.label, locale) : value
  }
  return value
}

function pathLabel(plan: PathPlan, scope: WordsScope, words: Words): string {
  return [...hopLabels(plan.hops, scope), ...terminalLabels(plan, scope.locale, words)].join(' › ')
}

function terminalLabels({ terminal, hops }: PathPlan, locale: Locale, words: Words): readonly string[] {
  switch (terminal.kind) {
    case 'system':
      // A path that ends on entries reads their ids: their name is enough.
      return terminal.name === 'id' && hops.length > 0 ? [] : [words.system[terminal.name]]
    case 'field':
      return [inLocale(asHandled(terminal.field).label, locale)]
    case 'part': {
      const part = fieldType(terminal.field).parts?.[terminal.part]
      return [
        inLocale(asHandled(terminal.field).label, locale),
        ...(part ? [inLocale(part.title, locale)] : []),
      ]
    }
  }
}

function hopLabels(hops: readonly Hop[], { model, locale }: WordsScope): readonly string[] {
  return hops.map((hop) => {
    const collection = model.collections.get(hop.direction === 'forward' ? hop.from : hop.to)
    if (!collection) return hop.field
    const label = hop.direction === 'forward' ? collection.fields[hop.field]?.label : collection.titlePlural
    return label ? inLocale(label, locale) : hop.field
  })
}

function labelOf(path: string, words: Words): string {
  return Object.hasOwn(words.system, path) ? words.system[path as keyof Words['system']] : path
}
