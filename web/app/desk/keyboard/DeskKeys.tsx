// SPDX-License-Identifier: MIT
import { useEffect, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'
import { ShortcutList } from './ShortcutList.tsx'
import { useSingleKeys } from './use-single-keys.ts'

/** Time left for the second key of « G then F ». */
const sequenceMs = 1_500

/** The keys of every page of the desk: go to, search, all shortcuts in a panel. */
export function DeskKeys() {
  const panel = useRef<HTMLDialogElement>(null)
  const going = useRef(0)
  const navigate = useNavigate()

  useSingleKeys((key, event) => {
    const isGoing = event.timeStamp - going.current < sequenceMs
    going.current = key === 'g' ? event.timeStamp : 0
    if (key === '?') {
      event.preventDefault()
      panel.current?.showModal()
    }
    if (!isGoing) return
    const to = { f: '/bureau', d: '/bureau?vers=toutes', p: dashboard() }[key]
    if (to === undefined) return
    // The letter is taken: it opens no action of the page.
    event.preventDefault()
    event.stopImmediatePropagation()
    void navigate(to)
  })

  useEffect(() => {
    const search = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      const field = document.querySelector<HTMLInputElement>('input[type=search]')
      if (!field) return
      event.preventDefault()
      field.focus()
      field.select()
    }
    document.addEventListener('keydown', search)
    return () => document.removeEventListener('keydown', search)
  }, [])

  return (
    <dialog ref={panel} className="dialog" aria-labelledby="raccourcis">
      <div className="card__h">
        <h2 id="raccourcis">{m.keys_title()}</h2>
        <form method="dialog">
          <button className="btn btn--icon" aria-label={m.keys_close()}>
            <Icon name="x" />
          </button>
        </form>
      </div>
      <div className="card__b">
        <ShortcutList heading="h3" />
        <p className="mt">
          <Link to="/bureau/raccourcis" onClick={() => panel.current?.close()}>
            {m.keys_single()}
          </Link>
        </p>
      </div>
    </dialog>
  )
}

/** Where the rail leads for figures, when the reader has such a page. */
function dashboard(): string | undefined {
  return document.querySelector('.rail a[href^="/bureau/tableaux"]')?.getAttribute('href') ?? undefined
}
