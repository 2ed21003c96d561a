// SPDX-License-Identifier: MIT
import type { HelpBeside } from '@guichet/server'
import { type ReactNode, useEffect, useRef } from 'react'
import { m } from '../paraglide/messages.js'
import { Icon } from '../ui/icons/Icon.tsx'

const panelId = 'aide-ecran'

/** Opens the help beside the page: by the browser alone, without a script. */
export function HelpButton({ className, children }: { className: string; children?: ReactNode }) {
  return (
    <button type="button" className={className} popoverTarget={panelId} aria-haspopup="dialog">
      <Icon name="help-circle" />
      {children ?? <span>{m.help_open()}</span>}
    </button>
  )
}

/**
 * The help of this screen, beside it; over all of it on a phone. `stays`: it stays open while the page is used, and F1
 * opens and closes it, where scripts run. Elsewhere the browser closes it on Escape and on a press outside.
 */
export function HelpPanel({ sections, stays = false }: { sections: readonly HelpBeside[]; stays?: boolean }) {
  const panel = useRef<HTMLDialogElement>(null)
  useHelpKeys(panel)
  return (
    <dialog
      ref={panel}
      id={panelId}
      className="helpside"
      popover={stays ? 'manual' : 'auto'}
      aria-labelledby="aide-titre"
    >
      <div className="helpside__h">
        <h2 id="aide-titre">{m.help_title()}</h2>
        <button
          type="button"
          className="btn btn--quiet btn--icon"
          popoverTarget={panelId}
          popoverTargetAction="hide"
          aria-label={m.help_close()}
        >
          <Icon name="x" />
        </button>
      </div>
      {sections.map(({ address, title, paragraphs, pageTitle }) => (
        <section key={address}>
          <h3>{title}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <a href={address}>
            {m.help_whole()}
            <span className="vh"> {m.help_whole_of({ title, page: pageTitle })}</span>
          </a>
        </section>
      ))}
      <p className="helpside__f">
        <a href="/aide">{m.help_all()}</a>
      </p>
    </dialog>
  )
}

/** F1 opens and closes, Escape closes; the focus, which the browser takes in, comes back to where it was. */
function useHelpKeys(panel: { readonly current: HTMLDialogElement | null }) {
  useEffect(() => {
    let before: Element | null = null
    const isOpen = () => panel.current?.matches(':popover-open') === true
    const press = (event: KeyboardEvent) => {
      if (event.key === 'F1') {
        event.preventDefault()
        panel.current?.togglePopover()
      }
      const isInside = panel.current?.contains(document.activeElement) === true
      if (event.key === 'Escape' && isOpen() && isInside) panel.current?.hidePopover()
    }
    const opening = ({ newState }: ToggleEvent) => {
      if (newState === 'open') before = document.activeElement
    }
    const toggled = ({ newState }: ToggleEvent) => {
      if (newState === 'closed' && before instanceof HTMLElement) before.focus()
    }
    const shown = panel.current
    document.addEventListener('keydown', press)
    shown?.addEventListener('beforetoggle', opening)
    shown?.addEventListener('toggle', toggled)
    return () => {
      document.removeEventListener('keydown', press)
      shown?.removeEventListener('beforetoggle', opening)
      shown?.removeEventListener('toggle', toggled)
    }
  }, [panel])
}
