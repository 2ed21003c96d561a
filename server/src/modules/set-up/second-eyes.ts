// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf, requireStudio } from '../definitions/index.ts'
import { createEntry, isUuid, readableTitles } from '../entries/index.ts'
import { recordEvent } from '../events/index.ts'
import {
  closePending,
  guardedRoles,
  insertPending,
  lockPending,
  openPending,
  type PendingRow,
} from '../four-eyes/index.ts'
import { directoryOf } from '../people/index.ts'
import { membershipsOf, roleChoices } from './agents.ts'
import type { NewMembership } from './invite-agent.ts'

/** A role that somebody is to be given, and that a second administrator confirms or refuses. */
export type PendingMembership = {
  readonly id: string
  readonly personId: string
  readonly person: string
  readonly role: LocalizedText
  readonly organisation: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly askedBy: string
  readonly askedAt: Date
  readonly expiresAt: Date
  /** The reader is a second administrator for it. */
  readonly mayDecide: boolean
}

const daysToConfirm = 7

/** Keeps a membership that waits for a second administrator, with its event, in the caller's transaction. */
export async function askSecondEyes(
  tx: Tx,
  context: Context,
  personId: string,
  { role, organisation, startsOn, endsOn }: NewMembership,
): Promise<void> {
  const { actor } = context
  if (actor.kind !== 'person') throw problem('sign-in-required')
  const id = context.ids.next()
  const now = context.clock.now()
  await insertPending(tx, {
    id,
    person_id: personId,
    role,
    organisation_id: organisation,
    starts_on: startsOn ?? null,
    ends_on: endsOn ?? null,
    asked_by: actor.personId,
    asked_by_name: actor.name,
    asked_at: now,
    expires_at: new Date(now.getTime() + daysToConfirm * 86_400_000),
    state: 'pending',
  })
  await recordEvent(tx, context, {
    kind: 'role.asked',
    payload: { pendingId: id, personId, role, organisation },
  })
}

/**
 * The memberships that wait, of everybody or of one person, that the reader may read in the directory.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function listPending(context: Context, personId?: string): Promise<PendingMembership[]> {
  await requireStudio(context)
  const rows = await openPending(context.db, context.clock.now(), personId)
  if (rows.length === 0) return []
  const { person, organisation } = await directoryOf(context)
  const definitions = await definitionsOf(context)
  const [people, organisations] = await Promise.all([
    readableTitles(context, person.ref, [...new Set(rows.map((row) => row.person_id))]),
    readableTitles(context, organisation.ref, [...new Set(rows.map((row) => row.organisation_id))]),
  ])
  const titles = new Map(roleChoices(definitions).map(({ role, title }) => [role, title]))
  const guarded = guardedRoles(definitions)
  return rows.flatMap((row) => {
    const name = people.get(row.person_id)
    if (name === undefined) return []
    return [
      {
        id: row.id,
        personId: row.person_id,
        person: name,
        role: titles.get(row.role) ?? { fr: row.role, en: row.role },
        organisation: organisations.get(row.organisation_id) ?? '',
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        askedBy: row.asked_by_name,
        askedAt: row.asked_at,
        expiresAt: row.expires_at,
        mayDecide: isSecond(context, row, guarded),
      },
    ]
  })
}

/** Another administrator than who asked, and than who is given the role. */
function isSecond({ actor }: Context, row: PendingRow, guarded: readonly string[]): boolean {
  return (
    actor.kind === 'person' &&
    actor.personId !== row.asked_by &&
    actor.personId !== row.person_id &&
    actor.roles.some(({ role }) => guarded.includes(role))
  )
}

/**
 * Confirms a membership, which is entered at once under the rights of who confirms, or refuses it. Who asked may take
 * it back, which is a refusal.
 *
 * @throws Problem `not-found` when it was decided, or was not within seven days; `not-allowed` to who is no second
 *   administrator for it
 */
export async function decidePending(
  context: Context,
  { id, confirms }: { readonly id: string; readonly confirms: boolean },
): Promise<{ readonly personId: string }> {
  await requireStudio(context)
  const guarded = guardedRoles(await definitionsOf(context))
  return context.db.transaction().execute(async (tx) => {
    const row = isUuid(id) ? await lockPending(tx, id, context.clock.now()) : undefined
    if (!row) throw problem('not-found')
    const isOwn = context.actor.kind === 'person' && context.actor.personId === row.asked_by
    if (!isSecond(context, row, guarded) && (confirms || !isOwn)) throw problem('not-allowed')
    await closePending(tx, row.id, confirms ? 'confirmed' : 'refused')
    if (confirms) await enter(tx, context, row)
    await recordEvent(tx, context, {
      kind: confirms ? 'role.confirmed' : 'role.refused',
      payload: {
        pendingId: row.id,
        personId: row.person_id,
        role: row.role,
        organisation: row.organisation_id,
      },
    })
    return { personId: row.person_id }
  })
}

async function enter(tx: Tx, context: Context, row: PendingRow): Promise<void> {
  const { collection, names } = await membershipsOf(context)
  const values = {
    [names.person]: row.person_id,
    [names.organisation]: row.organisation_id,
    [names.role]: row.role,
    ...(row.starts_on && { [names.startsOn]: row.starts_on }),
    ...(row.ends_on && { [names.endsOn]: row.ends_on }),
  }
  await createEntry(context, { collection, values, owner: null, isConfirmed: true }, tx)
}
