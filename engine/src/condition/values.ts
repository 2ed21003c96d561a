// SPDX-License-Identifier: MIT
import type { Comparable } from '../field-types/field-type.ts'
import type { Actor } from '../rights/actor.ts'
import type { ActorAttribute, ConditionValue, Operator, Scalar } from './condition.ts'
import { addDays, isIsoDate } from '../identifiers/iso-date.ts'
import { instantOf, midnightOf } from './days.ts'
import type { Circumstance } from './scope.ts'

/*
 * What both readers share, so that they cannot drift apart: which operators a kind of value has, and the values of a
 * right-hand side that are of the compared kind. A value of another kind is no value: it drops out.
 */

const equality = ['eq', 'ne', 'empty', 'filled'] as const
const order = [...equality, 'lt', 'lte', 'gt', 'gte'] as const

/**
 * Texts have no order here: the alphabet of a database and that of a browser differ, and a rule that depends on it
 * would be true on one side only.
 */
export const operatorsOf: Readonly<Record<Comparable, readonly Operator[]>> = {
  text: [...equality, 'contains', 'starts'],
  number: order,
  boolean: equality,
  date: order,
  datetime: order,
  id: equality,
}

/** Operators of a value that cannot be compared. */
export const presence: readonly Operator[] = ['empty', 'filled']

export type GivenValue = Exclude<ConditionValue, { kind: 'path' }>

/** The values of a right-hand side that can stand beside `comparable`, normalised. */
export function givenValues(value: GivenValue, comparable: Comparable, at: Circumstance): readonly Scalar[] {
  switch (value.kind) {
    case 'literal':
      return comparableValues(value.value, comparable)
    case 'actor':
      return actorComparables[value.attribute].includes(comparable)
        ? comparableValues(attributeOf(at.actor, value.attribute), comparable)
        : []
    case 'today':
      return todayValues(value.plusDays, comparable, at)
  }
}

/** Each of `raw` (one value, several, or none) that is of the kind, in the one form it is compared in. */
export function comparableValues(raw: unknown, comparable: Comparable): readonly Scalar[] {
  if (raw === null || raw === undefined) return none
  if (!Array.isArray(raw)) {
    const value = normalised(raw, comparable)
    return value === undefined ? none : [value]
  }
  return raw.flatMap((one: unknown) => normalised(one, comparable) ?? none)
}

const none: readonly Scalar[] = []

/** What an attribute of the actor can be compared with. Territories are entries, or codes held in a text. */
export const actorComparables: Readonly<Record<ActorAttribute, readonly Comparable[]>> = {
  me: ['id'],
  'my.organisations': ['id'],
  'my.territories': ['id', 'text'],
  'my.email': ['text'],
}

function attributeOf(actor: Actor, attribute: ActorAttribute): readonly string[] {
  if (attribute === 'my.email') return actor.kind === 'person' || actor.kind === 'link' ? [actor.email] : []
  if (actor.kind !== 'person') return []
  switch (attribute) {
    case 'me':
      return [actor.personId]
    case 'my.organisations':
      return [...new Set(actor.roles.map((held) => held.organisation))]
    case 'my.territories':
      return [...new Set(actor.roles.flatMap((held) => held.territories ?? []))]
  }
}

function todayValues(plusDays: number, comparable: Comparable, at: Circumstance): readonly Scalar[] {
  if (comparable !== 'date' && comparable !== 'datetime') return []
  const day = addDays(at.today, plusDays)
  if (!isIsoDate(day)) return []
  return [comparable === 'date' ? day : midnightOf(day, at.timeZone)]
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function normalised(value: unknown, comparable: Comparable): Scalar | undefined {
  switch (comparable) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    default:
      return typeof value === 'string' ? normalisedText(value, comparable) : undefined
  }
}

function normalisedText(value: string, comparable: 'text' | 'date' | 'datetime' | 'id'): string | undefined {
  switch (comparable) {
    case 'text':
      // PostgreSQL stores neither NUL nor half a surrogate pair.
      return value.includes('\0') ? undefined : value.toWellFormed()
    case 'date':
      return isIsoDate(value) ? value : undefined
    case 'datetime':
      return instantOf(value)
    case 'id':
      return uuid.test(value) ? value.toLowerCase() : undefined
  }
}
