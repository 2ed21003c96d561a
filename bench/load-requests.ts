// SPDX-License-Identifier: MIT
import { collectionOf, type CollectionRef, tableName } from '@guichet/engine'
import { sql } from 'kysely'
import type { Platform } from '../server/src/platform/context.ts'

const batch = 50_000

/**
 * Fills a collection of requests with `count` entries, written as the server writes them (registry, typed row, search
 * words, one event each) but many at a time. Spread over five years, the given units and states.
 */
export async function loadRequests(
  platform: Platform,
  target: {
    collection: CollectionRef
    releaseId: string
    units: readonly string[]
    owners: readonly string[]
  },
  count: number,
): Promise<void> {
  const table = sql.id('data', tableName(target.collection))
  const solution = target.collection.slice(0, target.collection.indexOf('.'))
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(from + batch, count)
    await sql`
      with made as materialized (
        select n, gen_random_uuid() as id,
          'REQ-2026-' || lpad((n + 1)::text, 7, '0') as number,
          (array['submitted', 'at_unit', 'waiting', 'accepted', 'refused'])[1 + (n * 7 + n / 11) % 5] as state,
          timestamptz '2026-11-01' - (n::double precision / ${count}) * interval '5 years' as at,
          (${target.units}::uuid[])[1 + (n * 31 + n / 97) % ${target.units.length}] as unit,
          (${target.owners}::uuid[])[1 + (n * 17) % ${target.owners.length}] as owner,
          (array['lampadaire', 'trottoir', 'dépôt sauvage', 'arbre', 'passage piéton', 'fontaine', 'banc'])[1 + n % 7]
            || ' rue ' || (n % 1013)::text as subject
        from generate_series(${from}::bigint, ${to - 1}::bigint) as n
      ), registered as (
        insert into public.entries (id, solution, collection, release_id, number, title, state, owner_id, created_at,
          updated_at, state_since, search)
        select id, ${solution}, ${collectionOf(target.collection)}, ${target.releaseId}, number, subject, state, owner,
          at, at, at, to_tsvector('public.french_folded', subject) || to_tsvector('simple', number)
        from made
      ), told as (
        insert into public.events (at, kind, entry_id, collection, actor_kind, payload)
        select at, 'entry.created', id, ${target.collection}, 'nobody', '{}' from made
      )
      insert into ${table} (id, state, number, title, owner_id, created_at, updated_at, subject, description, email, unit)
      select id, state, number, subject, owner, at, at, subject,
        repeat('Le lampadaire devant la boulangerie ne s’allume plus. ', 12), 'elise@courriel.example', unit
      from made
    `.execute(platform.db)
  }
  await sql`vacuum analyze public.entries`.execute(platform.db)
  await sql`vacuum analyze ${table}`.execute(platform.db)
  await sql`vacuum analyze public.events`.execute(platform.db)
}
