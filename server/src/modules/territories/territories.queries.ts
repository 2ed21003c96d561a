// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { TerritoryTable } from '../people/index.ts'

/** A territory with what it lies in. */
export type KnownTerritory = {
  readonly id: string
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly parent: string | null
}

/** Every territory of the directory. Held until the end of the transaction: two imports follow each other. */
export async function knownTerritories(tx: Tx, territory: TerritoryTable): Promise<KnownTerritory[]> {
  await sql`select pg_advisory_xact_lock(hashtext('territories'))`.execute(tx)
  const { rows } = await sql<KnownTerritory>`
    select t.id, ${sql.ref(`t.${territory.kind}`)} as kind, ${sql.ref(`t.${territory.code}`)} as code,
      ${sql.ref(`t.${territory.name}`)} as name, ${sql.ref(`t.${territory.parent}`)} as parent
    from ${territory.table} as t where t.deleted_at is null
  `.execute(tx)
  return rows
}

/** Writes new names and parents, to both rows of each. */
export async function changeTerritories(
  tx: Tx,
  territory: TerritoryTable,
  changed: readonly KnownTerritory[],
  at: Date,
): Promise<void> {
  const ids = changed.map(({ id }) => id)
  const names = changed.map(({ name }) => name)
  const parents = changed.map(({ parent }) => parent)
  const words = sql`n.name || E'\n' || ${sql.ref(`t.${territory.code}`)}`
  await sql`
    with n as (
      select * from unnest(${ids}::uuid[], ${names}::text[], ${parents}::uuid[]) as n(id, name, parent)
    ), typed as (
      update ${territory.table} as t set ${sql.id(territory.name)} = n.name, ${sql.id(territory.parent)} = n.parent,
        title = n.name, updated_at = ${at}
      from n where t.id = n.id returning t.id, ${words} as words
    )
    update public.entries as e set title = n.name, updated_at = ${at}, version = version + 1,
      search = to_tsvector('public.french_folded', typed.words)
        || to_tsvector('simple', public.search_stems(typed.words))
    from n join typed on typed.id = n.id where e.id = n.id
  `.execute(tx)
}
