// SPDX-License-Identifier: MIT

/** By the words in what a browser says of itself; the first that fits. Others carry the words of these. */
const browsers = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const

/** « Firefox, Windows »: enough for its owner to recognise it, and proper nouns in every language. Empty when unknown. */
export function deviceWords(headers: Headers): string {
  const said = headers.get('user-agent') ?? ''
  const first = (names: readonly (readonly [string, RegExp])[]) =>
    names.find(([, sign]) => sign.test(said))?.[0]
  return [first(browsers), first(systems)].filter(Boolean).join(', ')
}

/**
 * The address without what would tell a person's line: it says from where, roughly, and is kept (IPv4 by its /24, IPv6
 * by its /48).
 */
export function shortNetwork(address: string): string {
  const ipv4 = /(?:^|:)(\d+\.\d+\.\d+)\.\d+$/.exec(address)
  if (ipv4?.[1]) return `${ipv4[1]}.0/24`
  if (!address.includes(':')) return ''
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const known = tail === '' && !address.includes('::') ? groups : [...groups, '0', '0', '0']
  return `${known.slice(0, 3).join(':')}::/48`
}
