// SPDX-License-Identifier: MIT
import type { RowTransition } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { useSingleKeysOn } from './use-single-keys.ts'

/** The keys of the list, under it. */
export function KeyHints({ transitions }: { transitions: readonly RowTransition[] }) {
  if (!useSingleKeysOn()) return null
  const lettered = transitions.filter(({ shortcut }) => shortcut !== null).slice(0, 4)
  return (
    <p className="keys js-only">
      <span>
        <kbd>J</kbd>
        <kbd>K</kbd> {m.keys_move()}
      </span>
      <span>
        <kbd>X</kbd> {m.keys_select()}
      </span>
      <span>
        <kbd>{m.keys_enter()}</kbd> {m.keys_open()}
      </span>
      {lettered.map(({ key, shortcut, label }) => (
        <span key={key}>
          <kbd>{shortcut?.toUpperCase()}</kbd> {label.toLowerCase()}
        </span>
      ))}
      <span>
        <kbd>?</kbd> <Link to="/bureau/raccourcis">{m.keys_all()}</Link>
      </span>
    </p>
  )
}
