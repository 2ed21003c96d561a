// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf, requireStudio } from '../definitions/index.ts'
import { changeEntry, getEntry, listEntries } from '../entries/index.ts'
import { directoryOf } from './directory.ts'

/** An organisation of the directory, as the list of those to whom requests are given shows it. */
export type ListedOrganisation = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  /** Not chosen any more, or not yet. */
  readonly offered: 'now' | 'later' | 'ended'
}

/**
 * The organisations that the actor may list, by name, page after page.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function listOrganisations(
  context: Context,
  query: { readonly search?: string | undefined; readonly after?: string | undefined } = {},
): Promise<{ rows: ListedOrganisation[]; next: string | null; mayEnd: boolean }> {
  await requireStudio(context)
  const { organisation } = await directoryOf(context)
  const names = await identityNames(context)
  const { rows, next } = await listEntries(context, {
    collection: organisation.ref,
    sort: 'title',
    ...(query.search !== undefined && { search: query.search }),
    ...(query.after !== undefined && { after: query.after }),
  })
  const today = localDay(context.clock.now(), context.tenant.timeZone)
  const text = (values: Readonly<Record<string, unknown>>, key: string | undefined) => {
    const value = key === undefined ? undefined : values[key]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    rows: rows.map(({ id, title, values }) => {
      const startsOn = text(values, names.startsOn)
      const endsOn = text(values, names.endsOn)
      const offered =
        endsOn !== null && endsOn < today ? 'ended' : startsOn !== null && startsOn > today ? 'later' : 'now'
      const [email, phone] = [text(values, names.email), text(values, names.phone)]
      return { id, name: title, email, phone, startsOn, endsOn, offered }
    }),
    next,
    mayEnd: names.endsOn !== undefined,
  }
}

/**
 * Takes an organisation out of what may be chosen, from today on, or puts it back. Nothing is erased: what it was
 * given stays with it.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found` also in a directory without such days
 */
export async function endOrganisation(
  context: Context,
  { id, ended }: { readonly id: string; readonly ended: boolean },
): Promise<void> {
  await requireStudio(context)
  const { organisation } = await directoryOf(context)
  const { startsOn, endsOn } = await identityNames(context)
  if (endsOn === undefined) throw problem('not-found')
  const entry = await getEntry(context.db, context, id, { collection: organisation.ref })
  const { timeZone } = context.tenant
  const now = context.clock.now()
  const yesterday = localDay(new Date(now.getTime() - 86_400_000), timeZone)
  const values = ended
    ? { [endsOn]: yesterday }
    : {
        [endsOn]: null,
        ...(startsOn !== undefined &&
          isLater(entry.values[startsOn], localDay(now, timeZone)) && { [startsOn]: null }),
      }
  await changeEntry(context, { id, version: entry.version, values })
}

function isLater(day: unknown, today: string): boolean {
  return typeof day === 'string' && day > today
}

/** Keys of the fields of organisations that play a part for everybody. */
export async function identityNames(context: Context) {
  const { identity } = await definitionsOf(context)
  if (!identity) throw problem('not-found')
  return identity.identity.organisation
}
