// SPDX-License-Identifier: MIT

export type CookieOptions = { readonly maxAgeSeconds: number; readonly path?: string }

/**
 * The name under which a cookie of ours is sent. Under HTTPS its prefix makes browsers refuse it from anybody but this
 * very host (`__Host-`, for the whole site) or from a page without encryption (`__Secure-`): a neighbour of the same
 * domain cannot plant a session or a browser's mark here. RFC 6265bis §4.1.3, read 2026-11.
 */
export function cookieName(publicUrl: string, name: string, path = '/'): string {
  if (!publicUrl.startsWith('https://')) return name
  return `${path === '/' ? '__Host-' : '__Secure-'}${name}`
}

/** A `Set-Cookie` that no script and no other site sees. An age of 0 takes the cookie away. */
export function setCookie(
  publicUrl: string,
  name: string,
  value: string,
  { maxAgeSeconds, path = '/' }: CookieOptions,
): string {
  const secure = publicUrl.startsWith('https://') ? '; Secure' : ''
  return `${cookieName(publicUrl, name, path)}=${value}; Max-Age=${maxAgeSeconds}; Path=${path}; HttpOnly; SameSite=Lax${secure}`
}
