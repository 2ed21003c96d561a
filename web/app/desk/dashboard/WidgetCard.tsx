// SPDX-License-Identifier: MIT
import type { WidgetView } from '@guichet/server'
import type { ReactNode } from 'react'

interface Props {
  readonly widget: Pick<WidgetView, 'key' | 'title' | 'help' | 'width'>
  /** Beside the title: the whole list. */
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** A part of a dashboard, as wide as its definition says; on a phone all are as wide as the screen. */
export function WidgetCard({ widget, more, children }: Props) {
  const id = `w-${widget.key}`
  return (
    <section className={`card wdg wdg--${widget.width}`} aria-labelledby={id}>
      <div className="card__h">
        <h2 id={id}>{widget.title}</h2>
        {more}
      </div>
      {children}
      {widget.help !== null && <p className="wdg__help">{widget.help}</p>}
    </section>
  )
}
