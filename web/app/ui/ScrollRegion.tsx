// SPDX-License-Identifier: MIT
import type { ReactNode } from 'react'

interface Props {
  /** What is in it, for those who reach it by the keyboard. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a page that scrolls by itself, a wide table for instance: the keyboard reaches it, and scrolls it. */
export function ScrollRegion({ label, className = 'tblscroll', children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
