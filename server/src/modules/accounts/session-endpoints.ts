// SPDX-License-Identifier: MIT
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * Two operations on the session cookie that better-auth has inside but does not offer. Server only: never routed,
 * even if better-auth's own routes were served one day.
 */
export function sessionEndpoints() {
  return {
    id: 'guichet-sessions',
    endpoints: {
      /** The token of the session cookie when its signature is ours; nothing is looked up. */
      sessionToken: createAuthEndpoint.serverOnly(
        { method: 'GET', requireHeaders: true },
        async (ctx): Promise<string | undefined> => {
          const { name } = ctx.context.authCookies.sessionToken
          return (await ctx.getSignedCookie(name, ctx.context.secret)) || undefined
        },
      ),
      /** Opens a session for an account whose person was just recognised by other means. */
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', requireHeaders: true, body: z.object({ accountId: z.uuid() }) },
        async (ctx): Promise<void> => {
          const { internalAdapter } = ctx.context
          const user = await internalAdapter.findUserById(ctx.body.accountId)
          const session = user && (await internalAdapter.createSession(user.id))
          if (!session) throw new Error('no session could be opened')
          await setSessionCookie(ctx, { session, user })
        },
      ),
    },
  } as const
}
