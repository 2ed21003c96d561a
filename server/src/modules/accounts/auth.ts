// SPDX-License-Identifier: MIT
import { betterAuth } from 'better-auth'
import type { Platform } from '../../platform/context.ts'
import { cookieName } from '../../platform/http/cookies.ts'
import { derivedSecret } from '../../platform/secrets.ts'
import { sessionEndpoints } from './session-endpoints.ts'

/** Shortest and longest password taken: length is what resists guessing, and hashing a novel is an attack. */
export const passwordLength = { min: 12, max: 128 } as const

/** However much it is used, a session ends: thirty days after the sign-in. */
export const longestSessionHours = 720

/**
 * better-auth on our tables: the hash of passwords (scrypt) and the signed cookie of sessions.
 *
 * Only called in process: no route of its own is served, hence neither its rate limit (see `attempts.ts`) nor its
 * check of origins (every form posted to the site passes one). Sessions are written by `admit` on the platform's clock
 * and looked up by `callerOf` in one query: a revoked one is refused at once, which a session cached in a cookie is not.
 */
export function createAuth(platform: Platform) {
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
      // Its own prefix is `__Secure-`, which a neighbour of the same domain may still write.
      useSecureCookies: false,
      cookies: { session_token: { name: cookieName(publicUrl, 'guichet.session_token') } },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https://') },
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
  })
}

export type Auth = ReturnType<typeof createAuth>
