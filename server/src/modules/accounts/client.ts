// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'

/** Who knocks, before anything is known of them: a browser or a program. */
export type Client = {
  readonly headers: Headers
  /** Address of the other end, as the proxy in front is trusted to tell it. */
  readonly address: string
  readonly locale: Locale
}

/**
 * What of an address is counted as one client: IPv4 whole, IPv6 by its /64, since one subscriber has all the
 * addresses of it.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  const groups = [...first, ...zeros, ...last].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
