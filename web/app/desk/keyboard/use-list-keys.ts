// SPDX-License-Identifier: MIT
import { useState } from 'react'
import { useSingleKeys } from './use-single-keys.ts'

interface ListKeys {
  /** How many rows there are. */
  readonly rows: number
  readonly open: (place: number) => void
  readonly select: (place: number, range: boolean) => void
  /** A letter that is not the list's: the shortcut of an action, perhaps. */
  readonly act: (key: string, place: number | undefined) => void
}

/** J and K move, X ticks, Maj X ticks up to here, Enter opens. Returns the row where the keyboard is. */
export function useListKeys({ rows, open, select, act }: ListKeys): number | undefined {
  const [place, setPlace] = useState<number | undefined>(undefined)
  const current = place === undefined || rows === 0 ? undefined : Math.min(place, rows - 1)
  const goTo = (next: number) => {
    setPlace(next)
    const row = document.querySelectorAll('.tbl tbody tr')[next]
    row?.scrollIntoView({ block: 'nearest' })
    row?.querySelector<HTMLElement>('a.obj')?.focus({ preventScroll: true })
  }
  useSingleKeys((key, event) => {
    if (rows === 0) return
    switch (key) {
      case 'j':
        return goTo(current === undefined ? 0 : Math.min(current + 1, rows - 1))
      case 'k':
        return goTo(current === undefined ? 0 : Math.max(current - 1, 0))
      case 'x':
        return current === undefined ? undefined : select(current, event.shiftKey)
      case 'Enter':
        // On a link or a button the key is already theirs.
        if (current !== undefined && document.activeElement === document.body) open(current)
        return
      default:
        if (/^[a-z]$/.test(key)) act(key, current)
    }
  })
  return current
}
