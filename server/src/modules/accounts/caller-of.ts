// SPDX-License-Identifier: MIT
import { type Actor, type Locale, nobody } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { requestLocale } from '../../platform/http/request-locale.ts'
import { actorProvenBy } from '../people/index.ts'
import type { Accounts } from './accounts.ts'
import { actedAs, type Acting } from './acting.ts'
import { longestSessionHours } from './auth.ts'
import { touchKey, workingKey } from './keys.queries.ts'
import { keyStart } from './keys.ts'
import { liveSession, type LiveSession, touchSession } from './sessions.queries.ts'
import { servedRoles } from './served-roles.ts'
import { tokenHash } from '../../platform/secrets.ts'

/** Who sends a request, and by what they are known. */
export type Caller = { readonly actor: Actor } & (
  | {
      readonly by: 'session'
      readonly sessionId: string
      /** Of who signed in, whoever they act as. */
      readonly accountId: string
      readonly expiresAt: Date
      /** Whether a second factor was proven. */
      readonly strong: boolean
      /** When they last proved who they are. */
      readonly provenAt: Date
      /** Roles held that this session does not serve, for want of a second factor. */
      readonly withheld: readonly string[]
      /** Whom they act as, and until when. */
      readonly acting: Acting | undefined
    }
  | {
      readonly by: 'key'
      readonly keyId: string
      readonly accountId: string
      readonly scopes: readonly string[]
    }
  /** `sessionEnded`: there was a session, which has expired, was revoked, or lost its account or its person. */
  | { readonly by: 'nothing'; readonly sessionEnded: boolean }
)

/** How often the last use of a key is written down: it is for people, who do not count seconds. */
const touchEveryMs = 60_000
const touchSessionEveryMs = 600_000
const hourMs = 3_600_000

/**
 * Who sends a request with these headers: the person of the key in `Authorization`, else of the session cookie, else
 * nobody, who speaks the language of the cookie or of the browser.
 *
 * Looked up at each request, in one query on indexes: what is revoked, closed or ended stops at once, and the roles
 * are those of today.
 *
 * @throws Problem `key-refused` for a key that does not work, whatever the reason: a program must not go on as nobody
 */
export async function callerOf(accounts: Accounts, headers: Headers): Promise<Caller> {
  const cookie = headers.get('cookie') ?? undefined
  const locale = requestLocale(cookie, headers.get('accept-language') ?? undefined)
  const bearer = /^bearer(?:\s+(.*))?$/i.exec(headers.get('authorization') ?? '')
  if (bearer) return callerOfKey(accounts.platform, bearer[1] ?? '', locale)
  if (!cookie) return { actor: nobody(locale), by: 'nothing', sessionEnded: false }
  return callerOfSession(accounts, headers, locale)
}

async function callerOfSession(accounts: Accounts, headers: Headers, locale: Locale): Promise<Caller> {
  const { auth, platform } = accounts
  const token = await auth.api.sessionToken({ headers })
  if (!token) return { actor: nobody(locale), by: 'nothing', sessionEnded: false }
  const session = await actorProvenBy(platform, liveSession(token, platform.clock.now()), locale, {
    profiled: true,
  })
  if (!session) return { actor: nobody(locale), by: 'nothing', sessionEnded: true }
  const { proof } = session
  const expiresAt = await keptAlive(accounts, proof)
  const { served, withheld } = await servedRoles(platform, session.actor.roles, proof.strong)
  const acting = await actedAs(platform, proof)
  const { ownPersonId: personId, ownName: name } = proof
  return {
    actor: { ...session.actor, roles: served, ...(acting && { by: { personId, name } }) },
    by: 'session',
    sessionId: proof.id,
    accountId: proof.accountId,
    expiresAt,
    strong: proof.strong,
    provenAt: proof.provenAt ?? proof.createdAt,
    withheld,
    acting,
  }
}

/**
 * A session ends when it has not been used for its hours, and thirty days after the sign-in at the latest. That it is
 * used is written after ten minutes, or a twentieth of its hours: reading a page is not to write each time.
 */
async function keptAlive({ platform, sessionHours }: Accounts, session: LiveSession): Promise<Date> {
  const lasts = sessionHours * hourMs
  const at = platform.clock.now()
  const expiresAt = new Date(
    Math.min(at.getTime() + lasts, session.createdAt.getTime() + longestSessionHours * hourMs),
  )
  const unseenFor = at.getTime() - (session.lastUsedAt ?? session.createdAt).getTime()
  if (unseenFor < Math.min(touchSessionEveryMs, lasts / 20)) return session.expiresAt
  await touchSession(platform.db, session.id, { at, expiresAt })
  return expiresAt
}

/** The person whose account the key belongs to, with what the key may be used for. */
export async function callerOfKey(
  platform: Platform,
  bearer: string,
  locale: Locale = 'fr',
): Promise<Caller> {
  if (!bearer.startsWith(keyStart)) throw problem('key-refused')
  const now = platform.clock.now()
  const found = await actorProvenBy(platform, workingKey(tokenHash(bearer), now), locale)
  if (!found) throw problem('key-refused')
  const { proof: key, actor } = found
  if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() >= touchEveryMs) {
    await touchKey(platform.db, key.id, now)
  }
  const { served } = await servedRoles(platform, actor.roles, key.strong)
  return {
    actor: { ...actor, roles: served },
    by: 'key',
    keyId: key.id,
    accountId: key.accountId,
    scopes: key.scopes,
  }
}

/** Whether the caller may use this HTTP method at all: a key made to look changes nothing. */
export function mayUseMethod(caller: Caller, method: string): boolean {
  if (caller.by !== 'key') return true
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase())
  return caller.scopes.includes('write') || (reads && caller.scopes.includes('read'))
}
