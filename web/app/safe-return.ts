// SPDX-License-Identifier: MIT

/**
 * Where to go back to: a path of this site, whatever the address asks.
 *
 * Refused: other sites in all their spellings (`//evil`, `/\evil`, `https:…`), control characters that browsers drop.
 */
export function safeReturn(asked: string | null, otherwise = '/'): string {
  if (!asked || !/^\/(?![/\\])/.test(asked) || /[\p{Cc}\\]/u.test(asked)) return otherwise
  const base = 'http://here.invalid'
  const url = URL.parse(asked, base)
  // `/..//evil.example` is ours until its dots are resolved.
  return url?.origin === base && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : otherwise
}
