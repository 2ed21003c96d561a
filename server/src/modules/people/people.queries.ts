// SPDX-License-Identifier: MIT
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Directory, DirectoryCollection, MembershipTable, TerritoryTable } from './directory.ts'

type Executor = Db | Tx

/** Name (as its field stores it), mailbox and telephone of a person or organisation. */
export type NamedRow = { id: string; name: unknown; email: string | null; phone: string | null }

type PersonColumns = Omit<NamedRow, 'id'> & {
  personId: string
  role: string | null
  organisation: string | null
  /** Those of the membership with all that lies in them; null when it is not limited. */
  territories: string[] | null
  /** Name of the body whose profile was chosen. */
  profileName: string | null
}

/**
 * The one row of `proof` beside the person of its `person_id`, once for each role held on the day, at least once when
 * there are such a row and such a person. A proof that has a `profile` may name an organisation there: the roles are
 * those held in it and in what belongs to it, found upwards from each. What costs more than an index look-up is read
 * for those only who have a profile, or territories.
 */
export async function provenPerson<Proof extends object>(
  db: Executor,
  directory: Directory,
  { proof, day, profiled }: { proof: RawBuilder<Proof>; day: string; profiled: boolean },
): Promise<{ proof: Proof; person: NamedRow & Omit<PersonColumns, keyof NamedRow | 'personId'> }[]> {
  const { person, organisation, membership, territory } = directory
  const limits = membership.territories === undefined ? sql`null` : sql.ref(`m.${membership.territories}`)
  const profileName = profiled
    ? sql`(select b.title from ${organisation.table} as b where b.id::text = proof.profile)`
    : sql`null::text`
  const { rows } = await sql<Proof & PersonColumns>`
    select proof.*, p.id as "personId", ${named('p', person)}, m.role, m.organisation, m.territories,
      ${profileName} as "profileName"
    from (${proof}) as proof
    join ${person.table} as p on p.id = proof.person_id and p.deleted_at is null
    left join lateral (
      select ${sql.ref(`m.${membership.role}`)} as role, o.id as organisation, ${withAllWithin(limits, territory)} as territories
      from ${membership.table} as m
      join ${organisation.table} as o on o.id = ${sql.ref(`m.${membership.organisation}`)} and o.deleted_at is null
      where ${sql.ref(`m.${membership.person}`)} = p.id and ${validOn('m', membership, day)}
        and ${profiled ? ofProfile(directory) : sql<boolean>`true`}
    ) as m on true
    order by m.role, m.organisation
  `.execute(db)
  return rows.map((row) => ({ proof: row, person: { ...row, id: row.personId } }))
}

/** Everyone who holds the role on the day, in that organisation when one is given; each person once. */
export async function personsWithRole(
  db: Executor,
  { person, membership }: Directory,
  { role, organisation, day }: { role: string; organisation: string | undefined; day: string },
): Promise<NamedRow[]> {
  const there =
    organisation === undefined
      ? sql<boolean>`true`
      : sql<boolean>`${sql.ref(`m.${membership.organisation}`)} = ${organisation}`
  const { rows } = await sql<NamedRow>`
    select p.id, ${named('p', person)}
    from ${person.table} as p
    where p.deleted_at is null and exists (
      select from ${membership.table} as m
      where ${sql.ref(`m.${membership.person}`)} = p.id and ${sql.ref(`m.${membership.role}`)} = ${role}
        and ${there} and ${validOn('m', membership, day)}
    )
    order by p.id
  `.execute(db)
  return rows
}

/** The person or organisation of that id. */
export async function namedEntry(
  db: Executor,
  { person, organisation }: Directory,
  id: string,
): Promise<(NamedRow & { kind: 'person' | 'organisation' }) | undefined> {
  const of = (kind: string, collection: DirectoryCollection) => sql`
    select ${kind}::text as kind, n.id, ${named('n', collection)}
    from ${collection.table} as n where n.id = ${id} and n.deleted_at is null`
  const { rows } = await sql<NamedRow & { kind: 'person' | 'organisation' }>`
    ${of('person', person)} union all ${of('organisation', organisation)}
  `.execute(db)
  return rows[0]
}

/** The people of those ids. */
export async function namedPeople(
  db: Executor,
  { person }: Directory,
  ids: readonly string[],
): Promise<NamedRow[]> {
  const { rows } = await sql<NamedRow>`
    select p.id, ${named('p', person)} from ${person.table} as p
    where p.id = any(${ids}::uuid[]) and p.deleted_at is null
  `.execute(db)
  return rows
}

/** The person of that mailbox, whatever its case; the one known for longest when several share it. */
export async function personOfMailbox(
  db: Executor,
  { person }: Directory,
  email: string,
): Promise<NamedRow | undefined> {
  const { rows } = await sql<NamedRow>`
    select p.id, ${named('p', person)}
    from ${person.table} as p
    where lower(${sql.ref(`p.${person.email}`)}) = lower(${email}) and p.deleted_at is null
    order by p.created_at, p.id
    limit 1
  `.execute(db)
  return rows[0]
}

/** Organisations of that name, whatever its case and accents, or of that id; the one known for longest first. */
export async function organisationsCalled(
  db: Executor,
  { organisation }: Directory,
  nameOrId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from ${organisation.table} as o
    where o.deleted_at is null
      and (o.id::text = lower(${nameOrId}) or public.fold(${sql.ref(`o.${organisation.name}`)}::text) = public.fold(${nameOrId}))
    order by o.created_at, o.id
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Holds other transactions that would create a person of the same mailbox until this one ends. */
export async function lockMailbox(tx: Tx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('person'), hashtext(lower(${email})))`.execute(tx)
}

/** Whether the organisation `o` is the one of the profile chosen, or belongs to it; true when none was chosen. */
function ofProfile({ organisation, parent }: Directory): RawBuilder<boolean> {
  const above =
    parent === undefined
      ? sql<boolean>`o.id::text = proof.profile`
      : sql<boolean>`exists (
          with recursive up(id, above) as (
            select o.id, ${sql.ref(`o.${parent}`)}
            union
            select u.id, ${sql.ref(`u.${parent}`)} from up join ${organisation.table} as u on u.id = up.above
          )
          select from up where up.id::text = proof.profile
        )`
  return sql<boolean>`case when proof.profile is null or proof.profile = 'personal' then true else ${above} end`
}

/** Territories and all that lies in them; null without any. */
function withAllWithin(
  limits: RawBuilder<unknown>,
  territory: TerritoryTable | undefined,
): RawBuilder<unknown> {
  if (!territory) return sql`null::uuid[]`
  return sql`case when ${limits} is null or cardinality(${limits}) = 0 then null else (
    with recursive inside(id) as (
      select unnest(${limits})
      union
      select t.id from inside join ${territory.table} as t
        on ${sql.ref(`t.${territory.parent}`)} = inside.id and t.deleted_at is null
    )
    select array_agg(id) from inside
  ) end`
}

/** As JSON, since a name is text in one collection and a structured identity in another. */
function named(alias: string, collection: DirectoryCollection): RawBuilder<unknown> {
  const phone = collection.phone === undefined ? sql`null` : sql.ref(`${alias}.${collection.phone}`)
  return sql`to_jsonb(${sql.ref(`${alias}.${collection.name}`)}) as name,
    ${sql.ref(`${alias}.${collection.email}`)} as email, ${phone}::text as phone`
}

export function validOn(alias: string, membership: MembershipTable, day: string): RawBuilder<boolean> {
  const starts = sql.ref(`${alias}.${membership.startsOn}`)
  const ends = sql.ref(`${alias}.${membership.endsOn}`)
  return sql<boolean>`${sql.ref(`${alias}.deleted_at`)} is null
    and (${starts} is null or ${starts} <= ${day}::date) and (${ends} is null or ${ends} >= ${day}::date)`
}

/** A body at the top of those in which somebody holds a role on a day. */
export type BodyRow = { id: string; name: string; role: string }

/** The bodies in which the person holds roles, each with its roles, at the top of what it belongs to. */
export async function bodyRoles(
  db: Executor,
  { organisation, membership, parent }: Directory,
  { personId, day }: { personId: string; day: string },
): Promise<BodyRow[]> {
  const above = parent === undefined ? sql`null::uuid` : sql.ref(`o.${parent}`)
  const { rows } = await sql<BodyRow>`
    with recursive up(role, id, above, title) as (
      select ${sql.ref(`m.${membership.role}`)}, o.id, ${above}, o.title
      from ${membership.table} as m
      join ${organisation.table} as o on o.id = ${sql.ref(`m.${membership.organisation}`)} and o.deleted_at is null
      where ${sql.ref(`m.${membership.person}`)} = ${personId} and ${validOn('m', membership, day)}
      union
      select up.role, o.id, ${above}, o.title from up
      join ${organisation.table} as o on o.id = up.above and o.deleted_at is null
    )
    select distinct up.id, up.title as name, up.role from up
    where not exists (select from ${organisation.table} as o where o.id = up.above and o.deleted_at is null)
    order by up.title, up.id
  `.execute(db)
  return rows
}
