// SPDX-License-Identifier: MIT
import { compare, fieldType, inLocale, type Locale, mayDo, writableFields } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'
import { actorGrants, getEntry, listEntries, loadEntries, referredTitles } from '../entries/index.ts'
import { type Creator, creatorsOf } from '../events/index.ts'
import { type RelationSide, sidesOf } from './relation-sides.ts'

/** One link of an entry with another one. */
export type RelationLine = {
  readonly id: string
  /** `null` for an entry that the reader may not read: only that there is a link is told. */
  readonly other: { readonly id: string; readonly title: string } | null
  readonly kind: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly endReason: string | null
  readonly standing: 'now' | 'later' | 'ended'
  /** Who added it and when, as it was remembered that day. */
  readonly added: Creator | null
  readonly mayEnd: boolean
}

/** The links of an entry in one collection of relations, seen from one end. */
export type RelationPanel = {
  /** `solution.collection:side` */
  readonly key: string
  readonly title: string
  /** What the others are for the entry: « Encadrant », « Stagiaire ». */
  readonly otherLabel: string
  readonly lines: readonly RelationLine[]
  /** Cursor of the older ones. */
  readonly next: string | null
  readonly mayAdd: boolean
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
  readonly asksReason: boolean
}

const pageSize = 50

/**
 * Who an entry is linked to, since when and by whom it was added: one panel for each relation that the actor may list,
 * those of today and those that ended, last added first.
 *
 * @throws Problem `not-found` also for an entry that the actor may not read
 */
export async function relationsOf(
  context: Context,
  id: string,
  page: { readonly panel?: string | undefined; readonly after?: string | undefined } = {},
): Promise<RelationPanel[]> {
  const entry = await getEntry(context.db, context, id)
  const definitions = await definitionsOf(context)
  const listed = sidesOf(definitions, entry.collection).filter(({ ref }) =>
    mayDo(actorGrants(definitions, ref, context), 'list'),
  )
  return Promise.all(
    listed.map((side) =>
      panelOf(context, definitions, side, { id, after: page.panel === keyOf(side) ? page.after : undefined }),
    ),
  )
}

export function keyOf({ ref, side }: RelationSide): string {
  return `${ref}:${side}`
}

async function panelOf(
  context: Context,
  definitions: Definitions,
  part: RelationSide,
  { id, after }: { id: string; after: string | undefined },
): Promise<RelationPanel> {
  const { ref, definition, relation, own, other } = part
  const { locale } = context.actor
  const { rows, next } = await listEntries(context, {
    collection: ref,
    where: compare(own, 'eq', id),
    sort: '-createdAt',
    limit: pageSize,
    ...(after !== undefined && { after }),
  })
  const ids = rows.map((row) => row.id)
  const [titles, loaded, creators] = await Promise.all([
    referredTitles(
      context,
      ref,
      definition,
      rows.map(({ values }) => values),
    ),
    loadEntries(context.db, context, ids),
    creatorsOf(context.db, ids),
  ])
  const today = localDay(context.clock.now(), context.tenant.timeZone)
  const words = wordsOf(definitions, part, locale)
  const lines = rows.map(({ id: line, values }): RelationLine => {
    const text = (key: string | undefined) => {
      const value = key === undefined ? undefined : values[key]
      return typeof value === 'string' && value !== '' ? value : null
    }
    const otherId = text(other)
    const title = otherId === null ? undefined : titles.get(otherId)
    const [startsOn, endsOn] = [text(relation.startsOn), text(relation.endsOn)]
    const standing = standingOn(today, { startsOn, endsOn })
    const editable = loaded.get(line)
    return {
      id: line,
      other: otherId !== null && title !== undefined ? { id: otherId, title } : null,
      kind: relation.kind === undefined ? null : words(values[relation.kind]),
      startsOn,
      endsOn,
      endReason: text(relation.endReason),
      standing,
      added: creators.get(line) ?? null,
      mayEnd:
        !part.isMembership &&
        standing !== 'ended' &&
        editable?.may('edit') === true &&
        editable.writable.has(relation.endsOn),
    }
  })
  return {
    key: keyOf(part),
    title: inLocale(definition.titlePlural, locale),
    otherLabel: inLocale(definition.fields[other]?.label ?? definition.title, locale),
    lines,
    next,
    mayAdd: mayAdd(context, definitions, part),
    kinds: kindsOf(part, locale),
    asksReason: relation.endReason !== undefined,
  }
}

export function standingOn(
  today: string,
  { startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null },
): RelationLine['standing'] {
  if (endsOn !== null && endsOn < today) return 'ended'
  return startsOn !== null && startsOn > today ? 'later' : 'now'
}

/** Whether a link may be added from this end. Roles are given elsewhere, with what that takes. */
export function mayAdd(context: Context, definitions: Definitions, part: RelationSide): boolean {
  const { ref, definition, relation, isMembership } = part
  if (isMembership) return false
  const held = actorGrants(definitions, ref, context)
  if (!mayDo(held, 'create')) return false
  const writable = writableFields(held, definition, 'create')
  return [relation.from, relation.to, relation.startsOn].every((key) => writable.has(key))
}

function kindsOf({ definition, relation }: RelationSide, locale: Locale): RelationPanel['kinds'] {
  const field = relation.kind === undefined ? undefined : definition.fields[relation.kind]
  if (field?.type !== 'choice') return []
  return field.options.map(({ value, label }) => ({ value, label: inLocale(label, locale) }))
}

/** How the kind of a link is read: an option’s words, a role’s title, else as it is written. */
function wordsOf(
  { solutions }: Definitions,
  { definition, relation, isMembership }: RelationSide,
  locale: Locale,
) {
  const field = relation.kind === undefined ? undefined : definition.fields[relation.kind]
  return (value: unknown): string | null => {
    if (!field || typeof value !== 'string' || value === '') return null
    if (!isMembership) return fieldType(field).display(value, field, locale)
    const [solution = '', role = ''] = value.split('.')
    const title = solutions.get(solution)?.solution.roles[role]?.title
    return title ? inLocale(title, locale) : value
  }
}
