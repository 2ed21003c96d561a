// SPDX-License-Identifier: MIT
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * Puts the focus on the content when the browser shows another page without loading a document: otherwise a screen
 * reader stays on a link that is gone, and says nothing. The first page is the browser's own affair.
 */
export function useMainFocus(): void {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }, [pathname])
}
