// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Platform } from '../../platform/context.ts'
import type { Accounts } from './accounts.ts'
import type { Client } from './client.ts'

/**
 * Writes what the session of this browser acts as, and proposes it at the next sign-in. Returns whether there was a
 * session of that very person: someone who acts for another chooses nothing in their name.
 */
export async function rememberProfile(
  { auth, platform }: Accounts,
  { headers }: Client,
  { personId, profile }: { readonly personId: string; readonly profile: string },
): Promise<boolean> {
  const token = await auth.api.sessionToken({ headers })
  if (!token) return false
  const { rows } = await sql`
    with chosen as (
      update public.sessions as s set profile = ${profile} from public.accounts as a
      where s.token = ${token} and a.id = s.account_id and a.person_id = ${personId} and s.acts_as is null
      returning a.id
    )
    update public.accounts as a set last_profile = ${profile} from chosen where a.id = chosen.id returning a.id
  `.execute(platform.db)
  return rows.length > 0
}

/** What the person chose to act as the last time. */
export async function lastProfile({ db }: Platform, personId: string): Promise<string | null> {
  const { rows } = await sql<{ profile: string | null }>`
    select last_profile as profile from public.accounts where person_id = ${personId}
  `.execute(db)
  return rows[0]?.profile ?? null
}
