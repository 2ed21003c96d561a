// SPDX-License-Identifier: MIT
import { parseCookies } from 'better-auth/cookies'
import type { Platform } from '../../platform/context.ts'

/** A cookie of ours that no script and no other site sees. An age of 0 takes it away. */
export function cookie(
  platform: Platform,
  name: string,
  value: string,
  { maxAgeSeconds, path = '/' }: { maxAgeSeconds: number; path?: string },
): string {
  const secure = platform.tenant.publicUrl.startsWith('https://') ? '; Secure' : ''
  return `${name}=${value}; Max-Age=${maxAgeSeconds}; Path=${path}; HttpOnly; SameSite=Lax${secure}`
}

export function cookieValue(headers: Headers, name: string): string | undefined {
  return parseCookies(headers.get('cookie') ?? '').get(name)
}
