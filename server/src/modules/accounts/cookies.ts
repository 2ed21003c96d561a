// SPDX-License-Identifier: MIT
import { parseCookies } from 'better-auth/cookies'
import type { Platform } from '../../platform/context.ts'
import { cookieName, type CookieOptions, setCookie } from '../../platform/http/cookies.ts'

/** A cookie of ours that no script and no other site sees. An age of 0 takes it away. */
export function cookie(platform: Platform, name: string, value: string, options: CookieOptions): string {
  return setCookie(platform.tenant.publicUrl, name, value, options)
}

/** What the browser kept under this name, for this path. */
export function cookieValue(
  { tenant }: Platform,
  headers: Headers,
  name: string,
  path?: string,
): string | undefined {
  return parseCookies(headers.get('cookie') ?? '').get(cookieName(tenant.publicUrl, name, path))
}
