// SPDX-License-Identifier: MIT
import { type LocalizedText, tableName } from '@guichet/engine'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { definitionsOf, requireStudio } from '../definitions/index.ts'
import { loadEntries, readableTitles } from '../entries/index.ts'
import { type EventActor, type EventKind, type EventRecord, eventsByIds } from '../events/index.ts'
import { directoryOf } from '../people/index.ts'
import { membershipsOf, roleChoices, roleTitle } from './agents.ts'

/** A change of who may do what: a role given, confirmed or ended, rules published, a key made. */
export type RightsLine = {
  readonly id: number
  readonly at: Date
  readonly kind: EventKind
  readonly actor: EventActor
  /** Whose role, which and where; null when the line is about none, or the reader may not read it. */
  readonly person: string | null
  readonly role: string | null
  readonly organisation: string | null
  /** First and last day as the line left them, `YYYY-MM-DD`. */
  readonly startsOn: string | null
  readonly endsOn: string | null
  /** The solution that was published or adjusted. */
  readonly solution: LocalizedText | null
}

const ofBody: readonly EventKind[] = [
  'role.asked',
  'role.confirmed',
  'role.refused',
  'solution.published',
  'solution.adjusted',
  'body.changed',
  'key.made',
  'key.revoked',
  'account.disabled',
]
const ofMemberships: readonly EventKind[] = ['entry.created', 'entry.changed', 'entry.deleted']
const pageSize = 50

/**
 * The journal of rights, newest first, a page at a time (`before`: the id of the last line seen). Memberships are those
 * that the reader may read with their history.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function listRightsChanges(
  context: Context,
  before?: number,
): Promise<{ readonly rows: RightsLine[]; readonly next: number | null }> {
  await requireStudio(context)
  const { collection } = await membershipsOf(context)
  const from = before === undefined ? sql`` : sql`and e.id < ${before}`
  const { rows } = await sql<{ id: number }>`
    (select e.id from public.events as e
      where e.entry_id is null and e.kind = any(${ofBody}) ${from} order by e.id desc limit ${pageSize + 1})
    union all
    (select e.id from ${sql.id('data', tableName(collection))} as m join public.events as e on e.entry_id = m.id
      where e.kind = any(${ofMemberships}) ${from} order by e.id desc limit ${pageSize + 1})
    order by id desc limit ${pageSize + 1}`.execute(context.db)
  const ids = rows.map(({ id }) => id)
  const page = ids.slice(0, pageSize)
  const events = await eventsByIds(context.db, page)
  const lines = await linesOf(
    context,
    page.flatMap((id) => events.get(id) ?? []),
  )
  return { rows: lines, next: ids.length > pageSize ? (page.at(-1) ?? null) : null }
}

type Told = Pick<RightsLine, 'startsOn' | 'endsOn'> & {
  readonly personId: string | null
  readonly role: string | null
  readonly organisationId: string | null
}
const nothing: Told = { personId: null, role: null, organisationId: null, startsOn: null, endsOn: null }

async function linesOf(context: Context, events: readonly EventRecord[]): Promise<RightsLine[]> {
  const { names } = await membershipsOf(context)
  const memberships = await loadEntries(
    context.db,
    context,
    events.flatMap(({ entryId }) => entryId ?? []),
  )
  const shown = events.filter(({ entryId }) => entryId === null || memberships.get(entryId)?.may('history'))
  const told = shown.map((event): Told => {
    const { payload, entryId } = event
    if ('personId' in payload && 'role' in payload)
      return {
        ...nothing,
        personId: payload.personId,
        role: payload.role,
        organisationId: payload.organisation,
      }
    const values = entryId === null ? undefined : memberships.get(entryId)?.values
    const text = (key: string) => (typeof values?.[key] === 'string' ? values[key] : null)
    return {
      personId: text(names.person),
      role: text(names.role),
      organisationId: text(names.organisation),
      startsOn: text(names.startsOn),
      endsOn: text(names.endsOn),
    }
  })
  const { person, organisation } = await directoryOf(context)
  const [people, organisations] = await Promise.all([
    readableTitles(context, person.ref, [...new Set(told.flatMap((one) => one.personId ?? []))]),
    readableTitles(context, organisation.ref, [...new Set(told.flatMap((one) => one.organisationId ?? []))]),
  ])
  const definitions = await definitionsOf(context)
  const titles = new Map(roleChoices(definitions).map(({ role, title }) => [role, title]))
  return shown.map(({ id, at, kind, actor, payload }, place) => {
    const { personId, role, organisationId, startsOn, endsOn } = told[place] ?? nothing
    return {
      id,
      at,
      kind,
      actor,
      person: personId === null ? null : (people.get(personId) ?? null),
      role: role === null ? null : roleTitle(titles, role, context),
      organisation: organisationId === null ? null : (organisations.get(organisationId) ?? null),
      startsOn,
      endsOn,
      solution:
        'solution' in payload ? (definitions.solutions.get(payload.solution)?.solution.title ?? null) : null,
    }
  })
}
