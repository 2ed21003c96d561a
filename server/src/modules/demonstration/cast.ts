// SPDX-License-Identifier: MIT
import {
  addDays,
  type Demonstration,
  type DemonstrationValue,
  demonstrationValues,
  instantOf,
  system,
} from '@guichet/engine'
import { actingAs, type Platform } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { type Accounts, provisionAccount } from '../accounts/index.ts'
import { createEntry } from '../entries/index.ts'
import { actorOf } from '../people/index.ts'

/** Ids of the records of a demonstration, by the name it calls them. */
export type Cast = ReadonlyMap<string, string>

/** Creates the records, in their order, and opens the accounts. */
export async function gatherCast(
  accounts: Accounts,
  platform: Platform,
  demonstration: Demonstration,
): Promise<Cast> {
  const cast = new Map<string, string>()
  const context = actingAs(platform, system)
  for (const { name, collection, values } of demonstration.records) {
    const { id } = await createEntry(context, {
      // The schema has checked that it is `solution.collection`.
      collection: collection as `${string}.${string}`,
      values: resolveValues(values, {
        cast,
        files: new Map(),
        day: localDay(context.clock.now(), context.tenant.timeZone),
      }),
      owner: null,
      required: 'none',
    })
    cast.set(name, id)
  }
  for (const { person, email } of demonstration.accounts) {
    const { password } = demonstration
    const name = (await actorOf(platform, cast.get(person) ?? ''))?.name ?? ''
    const opened = await provisionAccount(accounts, { email, name, password })
    if (!opened.ok)
      throw new Error(`the demonstration cannot open the account of ${person}: ${opened.refusal}`)
    if (opened.personId !== cast.get(person)) throw new Error(`${email} is not the mailbox of ${person}`)
  }
  return cast
}

export type Resolution = {
  readonly cast: Cast
  /** Ids of the files deposited, by name. */
  readonly files: ReadonlyMap<string, string>
  /** Day of the filing or act, `YYYY-MM-DD`. */
  readonly day: string
}

/** Values with the records, files and days they name in place of the names. */
export function resolveValues(
  values: Readonly<Record<string, DemonstrationValue>>,
  { cast, files, day }: Resolution,
): Record<string, unknown> {
  return demonstrationValues(values, {
    recordId: (name) => known(cast, name),
    fileId: (name) => known(files, name),
    day,
  })
}

function known(names: ReadonlyMap<string, string>, name: string): string {
  const id = names.get(name)
  if (id === undefined) throw new Error(`the demonstration names ${name}, which is not there`)
  return id
}

/** Instant of « three days ago, at 09:31 », at the body's place. */
export function momentAgo(
  platform: Platform,
  today: string,
  { daysAgo, at }: { daysAgo: number; at: string },
): Date {
  const date = addDays(today, -daysAgo)
  const instant = instantOf({ date, time: at }, platform.tenant.timeZone)
  if (instant === undefined) throw new Error(`the clocks skip ${at} on ${date}`)
  return new Date(instant)
}
