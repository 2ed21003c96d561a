// SPDX-License-Identifier: MIT

/** What a provider tells of somebody, once its signature was checked. */
export type Claims = Readonly<Record<string, unknown>>

/**
 * The texts at a path: `address.postal_code`, or a name that contains dots itself (`urn:oid:0.9.2342`). A list gives
 * each of its texts; numbers and booleans are read as texts; anything else, nothing.
 */
export function claimTexts(claims: Claims, path: string): string[] {
  return textsOf(claimAt(claims, path))
}

/** The first text at a path that is not blank. */
export function claimText(claims: Claims, path: string): string | undefined {
  return claimTexts(claims, path).find((text) => text !== '')
}

function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  let found: unknown = claims
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Claims)[name] // an object that has this name
  }
  return found
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (Array.isArray(item) ? [] : textsOf(item)))
  if (typeof value === 'string') return [value.trim()]
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : []
}
