// SPDX-License-Identifier: MIT

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/**
 * Whether it is one of the passwords that are tried first, as it is or dressed: other case or accents, digits and signs
 * around it or for its letters, said twice.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const { leakedPasswords } = await import('./leaked-passwords.ts')
  const folded = foldPassword(password)
  const core = folded.replaceAll(/^[^a-z]+|[^a-z]+$/g, '')
  const plain = core.replaceAll(/[013457@$]/g, (sign) => leet[sign] ?? sign)
  const tried = [folded, bare(folded), core, bare(core), plain]
  return tried.some((one) => one !== '' && (leakedPasswords.has(one) || leakedPasswords.has(saidOnce(one))))
}

/** Without case or accents. */
export function foldPassword(password: string): string {
  return password.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

const bare = (text: string) => text.replaceAll(/[^a-z0-9]/g, '')

const saidOnce = (text: string) => /^(.+?)\1+$/.exec(text)?.[1] ?? text
