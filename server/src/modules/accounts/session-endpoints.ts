// SPDX-License-Identifier: MIT
import { createAuthEndpoint } from 'better-auth/api'
import { z } from 'zod'

/**
 * Reading and writing the session cookie, which better-auth signs but does not offer. Server only: never routed, even
 * if better-auth's own routes were served one day.
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
      /** The cookie that carries this token. */
      carrySession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ token: z.string() }) },
        async (ctx): Promise<void> => {
          const { name, attributes } = ctx.context.authCookies.sessionToken
          const maxAge = ctx.context.sessionConfig.expiresIn
          await ctx.setSignedCookie(name, ctx.body.token, ctx.context.secret, { ...attributes, maxAge })
        },
      ),
    },
  } as const
}
