// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Directory } from './directory.ts'
import { validOn } from './people.queries.ts'

export type Among = {
  /** Ids, also of what is no person, who drop out. */
  readonly people: readonly string[]
  /** `solution.role` */
  readonly roles: readonly string[]
  readonly organisations: readonly string[]
}

/** The people named, who hold one of the roles on the day, or any role in one of the organisations: each once. */
export async function peopleAmong(
  db: Db | Tx,
  { person, membership }: Directory,
  { people, roles, organisations }: Among,
  { day, limit }: { day: string; limit: number },
): Promise<string[]> {
  const holder = sql.ref(`m.${membership.person}`)
  const { rows } = await sql<{ id: string }>`
    select p.id from ${person.table} as p
    where p.deleted_at is null and p.id in (
      select unnest(${people}::uuid[])
      union
      select ${holder} from ${membership.table} as m
      where ${validOn('m', membership, day)} and (${sql.ref(`m.${membership.role}`)} = any(${roles})
        or ${sql.ref(`m.${membership.organisation}`)} = any(${organisations}::uuid[]))
    )
    order by p.title, p.id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export type HeldSince = {
  readonly personId: string
  readonly role: string
  /** Only there, when given. */
  readonly organisations?: readonly string[] | undefined
}

/** The earliest first day of somebody's memberships of a role that is valid on the day. */
export async function firstDayOfRole(
  db: Db | Tx,
  { membership }: Directory,
  { personId, role, organisations }: HeldSince,
  { day, timeZone }: { day: string; timeZone: string },
): Promise<string | undefined> {
  const there =
    organisations === undefined
      ? sql``
      : sql`and ${sql.ref(`m.${membership.organisation}`)} = any(${organisations}::uuid[])`
  const { rows } = await sql<{ since: string | null }>`
    select min(coalesce(${sql.ref(`m.${membership.startsOn}`)}, (m.created_at at time zone ${timeZone})::date)) as since
    from ${membership.table} as m
    where ${sql.ref(`m.${membership.person}`)} = ${personId} and ${sql.ref(`m.${membership.role}`)} = ${role} ${there}
      and ${validOn('m', membership, day)}`.execute(db)
  return rows[0]?.since ?? undefined
}
