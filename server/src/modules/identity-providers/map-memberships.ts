// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { localDay } from '../../platform/local-day.ts'
import { definitionsOf } from '../definitions/index.ts'
import { changeEntry, createEntry, getEntry, isUuid } from '../entries/index.ts'
import { actorOf, directoryOf } from '../people/index.ts'
import type { WantedMembership } from './claim-rules.ts'
import { endMark, markMembership, membershipsGiven } from './identities.queries.ts'
import { onlyEntry } from './match-person.ts'
import { mayBeGivenByClaims, membershipsOf } from './given-roles.ts'

/** A role in an organisation of the directory. */
export type FoundMembership = { readonly role: string; readonly organisation: string }

const keyOf = ({ role, organisation }: FoundMembership) => `${role} ${organisation}`

/**
 * The organisations that wanted memberships speak of. One that nobody has entered in the directory, or that several
 * are, gives nothing; nor does a role that opens the studio: see `mayBeGivenByClaims`.
 */
export async function foundMemberships(
  context: Context,
  wanted: readonly WantedMembership[],
): Promise<FoundMembership[]> {
  const { organisation } = await directoryOf(context)
  const definitions = await definitionsOf(context)
  const found: FoundMembership[] = []
  for (const { role, field, value } of wanted) {
    if (!mayBeGivenByClaims(definitions, role)) continue
    const id =
      field === 'id' && isUuid(value) ? value : await onlyEntry(context, organisation.ref, [{ field, value }])
    if (id !== undefined) found.push({ role, organisation: id })
  }
  return [...new Map(found.map((one) => [keyOf(one), one])).values()]
}

/**
 * Makes the memberships that the identity gives equal to `found`: gives those that are missing from today on, and ends
 * those it gave that are no longer among them. What was given by hand stays untouched, and is not given twice.
 *
 * @returns how many were given and ended
 */
export async function mapMemberships(
  tx: Tx,
  context: Context,
  {
    identityId,
    personId,
    found,
  }: { identityId: string; personId: string; found: readonly FoundMembership[] },
): Promise<{ readonly given: number; readonly ended: number }> {
  const { collection, names } = await membershipsOf(context)
  const given = await membershipsGiven(tx, identityId)
  const kept = new Set<string>()
  let ended = 0
  for (const id of given) {
    const { values, version } = await getEntry(tx, context, id, { collection })
    const key = keyOf({ role: String(values[names.role]), organisation: String(values[names.organisation]) })
    if (found.some((one) => keyOf(one) === key)) kept.add(key)
    else {
      await changeEntry(context, { id, version, values: { [names.endsOn]: dayOf(context, -1) } }, tx)
      await endMark(tx, id, context.clock.now())
      ended += 1
    }
  }
  const held = (await actorOf({ ...context, db: tx }, personId))?.roles ?? []
  const missing = found.filter(
    (one) => !kept.has(keyOf(one)) && !held.some((role) => keyOf(role) === keyOf(one)),
  )
  for (const { role, organisation } of missing) {
    const values = {
      [names.person]: personId,
      [names.organisation]: organisation,
      [names.role]: role,
      [names.startsOn]: dayOf(context, 0),
    }
    const made = await createEntry(context, { collection, values, owner: null, required: 'none' }, tx)
    await markMembership(tx, { membershipId: made.id, identityId })
  }
  return { given: missing.length, ended }
}

/** A day from today in the body's time zone. */
function dayOf({ clock, tenant }: Context, plusDays: number): string {
  return localDay(new Date(clock.now().getTime() + plusDays * 86_400_000), tenant.timeZone)
}
