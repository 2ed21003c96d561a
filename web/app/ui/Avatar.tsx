// SPDX-License-Identifier: MIT

/** First letters of the first and last words: « Nadia Benaïssa » gives NB. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word))
  const last = words.length > 1 ? words.at(-1) : undefined
  return `${words[0]?.[0] ?? ''}${last?.[0] ?? ''}`.toLocaleUpperCase()
}

/** A person's initials. Decorative: the name is written beside it. Sand for the public, brand for the house. */
export function Avatar({ name, side = 'us', size }: { name: string; side?: 'us' | 'them'; size?: 'sm' }) {
  const look = ['avatar', side === 'them' && 'avatar--sand', size && `avatar--${size}`]
  return (
    <span className={look.filter(Boolean).join(' ')} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
