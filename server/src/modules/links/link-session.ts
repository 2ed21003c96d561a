// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { cookieName, setCookie } from '../../platform/http/cookies.ts'

const name = 'guichet.link'
/** A working day: the mail opens it again afterwards. */
const sessionMs = 8 * 3_600_000

/** Under which every page and file of a link's session lives. */
export function linkPath(linkId: string): string {
  return `/lien/${linkId}`
}

/**
 * The cookie of a link's session: the token, out of the reach of scripts, sent back only under the path of that link.
 *
 * Why not leave the token in the address: addresses are copied into messages, kept in histories and logs, and sent on
 * as `Referer` (its pages say `same-origin` all the same: `no-referrer` would take away the `Origin` of their own forms). Why a cookie of its own, by path: the browser may hold an
 * account's session and several links at once; each page receives the one of its path, the code of links never reads
 * the account's, and nothing here ends or changes it. `Lax` and not `Strict`: one arrives from a mail.
 */
export function linkCookie(
  { clock, tenant }: Platform,
  { id, token, expiresAt }: { id: string; token: string; expiresAt: Date },
): string {
  const left = Math.min(sessionMs, expiresAt.getTime() - clock.now().getTime())
  const options = { maxAgeSeconds: Math.floor(left / 1000), path: linkPath(id) }
  return setCookie(tenant.publicUrl, name, token, options)
}

/** The token that the browser sends under a link's path, when it has one. */
export function linkTokenOf({ tenant }: Platform, headers: Headers): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const sent = `${cookieName(tenant.publicUrl, name, linkPath(''))}=`
  const found = pairs.find((pair) => pair.startsWith(sent))?.slice(sent.length)
  return found && isLinkToken(found) ? found : undefined
}

/** Whether a text has the shape of a token. */
function isLinkToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
