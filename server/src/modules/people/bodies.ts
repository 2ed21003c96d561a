// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { directoryOf } from './directory.ts'
import { bodyRoles } from './people.queries.ts'

/** A body and the roles (`solution.role`) that somebody holds in it or in what belongs to it. */
export type BodyWithRoles = { readonly id: string; readonly name: string; readonly roles: readonly string[] }

/** The bodies in which a person holds roles on a day, by name: each the topmost of those it belongs to. */
export async function bodiesOf(platform: Platform, personId: string, day: string): Promise<BodyWithRoles[]> {
  const rows = await bodyRoles(platform.db, await directoryOf(platform), { personId, day })
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own
    return first ? [{ id: first.id, name: first.name, roles: own.map(({ role }) => role) }] : []
  })
}
