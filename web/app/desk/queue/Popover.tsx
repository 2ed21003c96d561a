// SPDX-License-Identifier: MIT
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { addressEntries, type ViewAddress } from '../view-address.ts'

/**
 * A panel that a button opens, over the page. It opens without a script; with one, Escape and a press elsewhere close
 * it, and the focus returns to its button.
 */
export function Popover({
  label,
  name,
  className = 'btn btn--sm',
  children,
}: {
  label: ReactNode
  /** Its name, when the button shows an icon alone. */
  name?: string
  className?: string
  children: ReactNode
}) {
  const panel = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()
  useEffect(() => {
    const close = (event: Event) => {
      const opened = panel.current
      if (!opened?.open) return
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape'
      const isElsewhere = event.type === 'pointerdown' && !opened.contains(event.target as Node)
      if (!isEscape && !isElsewhere) return
      opened.open = false
      if (isEscape) opened.querySelector('summary')?.focus()
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
    }
  }, [])
  return (
    // Another page: what it asked for is done.
    <details key={key} className="pop" ref={panel}>
      <summary className={className} aria-label={name} title={name}>
        {label}
      </summary>
      <div className="pop__p">{children}</div>
    </details>
  )
}

/** What an address says, kept by a form that changes the rest. */
export function KeptAddress({ address }: { address: ViewAddress }) {
  return addressEntries(address).map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ))
}
