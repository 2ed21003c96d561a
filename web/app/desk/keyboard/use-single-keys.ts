// SPDX-License-Identifier: MIT
import { useEffect, useRef } from 'react'
import { useRouteLoaderData } from 'react-router'
import { type Focused, singleKey } from './single-keys.ts'

/** What the layout of the desk tells of its reader's keyboard. */
export interface KeyboardSettings {
  readonly singleKeys: boolean
}

/** Whether single keys act: somebody may have switched them off (WCAG 2.2, 2.1.4). */
export function useSingleKeysOn(): boolean {
  const layout = useRouteLoaderData('desk/layout') as KeyboardSettings | null | undefined
  return layout?.singleKeys === true
}

/** Hears single keys anywhere in the page, but in fields and in what is open above it. */
export function useSingleKeys(act: (key: string, event: KeyboardEvent) => void): void {
  const on = useSingleKeysOn()
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!on) return
    const hear = (event: KeyboardEvent) => {
      const focused = document.activeElement
      if (focused?.closest('dialog, details[open]')) return
      const key = singleKey(event, focused ? focusedOf(focused) : undefined)
      if (key !== undefined) latest.current(key, event)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [on])
}

function focusedOf(element: Element): Focused {
  return {
    tagName: element.tagName,
    type: element instanceof HTMLInputElement ? element.type : undefined,
    isContentEditable: element instanceof HTMLElement && element.isContentEditable,
  }
}
