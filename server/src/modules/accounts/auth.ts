// SPDX-License-Identifier: MIT
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import type { Platform } from '../../platform/context.ts'
import { actorOf } from '../people/index.ts'
import { accountById } from './accounts.queries.ts'
import { derivedSecret } from '../../platform/secrets.ts'
import { sessionEndpoints } from './session-endpoints.ts'

/** Shortest and longest password taken: length is what resists guessing, and hashing a novel is an attack. */
export const passwordLength = { min: 12, max: 128 } as const

/** However much it is used, a session ends: thirty days after the sign-in. */
export const longestSessionHours = 720

/** Error code of a right proof for an account that was closed. */
export const accountDisabled = 'ACCOUNT_DISABLED'

/**
 * better-auth on our tables: passwords (scrypt) and sessions, into which identity providers and second factors plug.
 *
 * Only called in process: no route of its own is served, hence neither its rate limit (see `attempts.ts`) nor its
 * check of origins (every form posted to the site passes one). Sessions follow the platform's clock, set in the hook,
 * and are looked up by `callerOf` in one query: a revoked one is refused at once, which a session cached in a cookie
 * is not.
 */
export function createAuth(platform: Platform, sessionHours: number) {
  const { publicUrl } = platform.tenant
  return betterAuth({
    appName: platform.tenant.name,
    baseURL: publicUrl,
    basePath: '/compte/auth',
    secret: derivedSecret(platform.secretKey, 'sessions'),
    // better-auth declares the Kysely it was built with; the adapter only calls what both versions have.
    database: { db: platform.db as never, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { log: (level, message) => level === 'error' && platform.log.error({ part: 'auth' }, message) },
    advanced: {
      cookiePrefix: 'guichet',
      useSecureCookies: publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
      // Its check would miss the table of its own mailed secrets and want to create accounts itself: neither is used.
      database: { generateId: () => platform.ids.next(), validateSchema: false },
    },
    user: {
      modelName: 'accounts',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'account_id',
        providerId: 'provider',
        accountId: 'subject',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      // Of the cookie alone: the session itself ends when it is not used, see `callerOf`.
      expiresIn: longestSessionHours * 3600,
      disableSessionRefresh: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    plugins: [sessionEndpoints()],
    databaseHooks: {
      session: {
        create: {
          // Every way to a session passes here: a closed account, or one whose person has left the directory, has
          // none, whatever was proven.
          before: async (session) => {
            const account = await accountById(platform.db, session.userId)
            const isOpen = account && !account.disabled_at && (await actorOf(platform, account.person_id))
            if (!isOpen) throw new APIError('FORBIDDEN', { code: accountDisabled })
            const now = platform.clock.now()
            const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
            return { data: { ...session, createdAt: now, updatedAt: now, expiresAt } }
          },
        },
      },
    },
  })
}

export type Auth = ReturnType<typeof createAuth>
