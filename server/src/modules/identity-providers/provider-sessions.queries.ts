// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { ProvidersTables } from './providers.tables.ts'

/** Remembers by which identity the session of that token was opened. Nothing for a session that is gone. */
export async function rememberSession(
  db: Db | Tx,
  session: { token: string; identityId: string; sid: string | undefined; hint: Buffer },
): Promise<void> {
  await sql`
    insert into public.provider_sessions (session_id, identity_id, sid, hint)
    select s.id, ${session.identityId}::uuid, ${session.sid ?? null}::text, ${session.hint}::bytea
    from public.sessions as s where s.token = ${session.token}`.execute(db)
}

/** By which provider the session of that token was opened, and what ends it there. */
export async function providerSession(
  db: Db | Tx,
  token: string,
): Promise<{ readonly key: string; readonly hint: Buffer } | undefined> {
  const { rows } = await sql<{ key: string; hint: Buffer }>`
    select p.key, ps.hint
    from public.sessions as s
    join public.provider_sessions as ps on ps.session_id = s.id
    join public.linked_identities as i on i.id = ps.identity_id
    join public.identity_providers as p on p.id = i.provider_id
    where s.token = ${token}`.execute(db)
  return rows[0]
}

/**
 * Ends the sessions opened at a provider: one (`sid`), or all those of somebody. Only sessions opened through the
 * provider: it has no say on the others.
 *
 * @returns how many ended
 */
export async function endProviderSessions(
  db: Db | Tx,
  { providerId, sid, subject }: { providerId: string; sid: string | undefined; subject: string | undefined },
): Promise<number> {
  if (sid === undefined && subject === undefined) return 0
  const which = db
    .withTables<ProvidersTables>()
    .selectFrom('provider_sessions')
    .innerJoin('linked_identities', 'linked_identities.id', 'provider_sessions.identity_id')
    .select('provider_sessions.session_id')
    .where('linked_identities.provider_id', '=', providerId)
    .$if(sid !== undefined, (query) => query.where('provider_sessions.sid', '=', sid ?? ''))
    .$if(subject !== undefined, (query) => query.where('linked_identities.subject', '=', subject ?? ''))
  const ended = await db
    .withTables<{ sessions: { id: string } }>()
    .deleteFrom('sessions')
    .where('id', 'in', which as never)
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}
