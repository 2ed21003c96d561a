// SPDX-License-Identifier: MIT
import { type MouseEvent, type RefObject, useRef, useState } from 'react'

/** Rows that are ticked, read from their boxes: what the form sends is what the bar counts. */
export interface Selection {
  /** Those of a page left since may still be among them: the caller looks at its own rows. */
  readonly ids: readonly string[]
  /** For the boxes' container: ranges with Shift, and the count. */
  readonly onClick: (event: MouseEvent) => void
  readonly onChange: () => void
  /** Ticks or unticks one row; up to it from the last one when `range`. */
  readonly toggle: (place: number, range: boolean) => void
  readonly toggleAll: () => void
  readonly clear: () => void
}

const boxesOf = (form: HTMLFormElement | null): HTMLInputElement[] => [
  ...(form?.querySelectorAll<HTMLInputElement>('tbody input[name=fiche]') ?? []),
]

export function useSelection(form: RefObject<HTMLFormElement | null>): Selection {
  const [ids, setIds] = useState<readonly string[]>([])
  const last = useRef<number | undefined>(undefined)
  const read = () => {
    setIds(boxesOf(form.current).flatMap(({ checked, value }) => (checked ? [value] : [])))
    const all = form.current?.querySelector<HTMLInputElement>('thead input[type=checkbox]')
    const boxes = boxesOf(form.current)
    const ticked = boxes.filter(({ checked }) => checked).length
    if (all) {
      all.checked = ticked > 0 && ticked === boxes.length
      all.indeterminate = ticked > 0 && ticked < boxes.length
    }
  }

  const range = (to: number, checked: boolean) => {
    const from = last.current ?? to
    boxesOf(form.current)
      .slice(Math.min(from, to), Math.max(from, to) + 1)
      .forEach((box) => {
        box.checked = checked
      })
  }
  const setAll = (checked: boolean) => {
    for (const box of boxesOf(form.current)) box.checked = checked
    read()
  }
  return {
    ids,
    onChange: read,
    onClick: (event) => {
      const box = event.target
      if (!(box instanceof HTMLInputElement) || box.name !== 'fiche') return
      const place = boxesOf(form.current).indexOf(box)
      if (event.shiftKey) range(place, box.checked)
      last.current = place
      read()
    },
    toggle: (place, isRange) => {
      const box = boxesOf(form.current)[place]
      if (!box) return
      if (isRange) range(place, true)
      else box.checked = !box.checked
      last.current = place
      read()
    },
    toggleAll: () => {
      const boxes = boxesOf(form.current)
      setAll(boxes.some(({ checked }) => !checked))
    },
    clear: () => setAll(false),
  }
}
