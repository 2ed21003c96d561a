// SPDX-License-Identifier: MIT
import type { Tone } from '@guichet/engine'
import { m } from '../paraglide/messages.js'
import { Icon, type IconName } from './icons/Icon.tsx'
import { StateBadge } from './StateBadge.tsx'

export interface NoteItem {
  readonly id: string
  readonly tone: 'information' | 'positive' | 'negative'
  readonly author: string
  /** Day in short: « 19 nov. ». */
  readonly on: string
  readonly body: string
  /** Who may read it. */
  readonly audience: string
}

const looks: Record<NoteItem['tone'], { tone: Tone; icon: IconName; label: () => string }> = {
  information: { tone: 'info', icon: 'info-circle', label: m.ui_note_information },
  positive: { tone: 'ok', icon: 'circle-check-filled', label: m.ui_note_positive },
  negative: { tone: 'danger', icon: 'alert-triangle-filled', label: m.ui_note_negative },
}

/** Notes between agents: tone and audience are said in words. */
export function NoteList({ notes }: { notes: readonly NoteItem[] }) {
  return notes.map((note) => {
    const { tone, icon, label } = looks[note.tone]
    return (
      <article key={note.id} className={`note tone-${tone}`}>
        <p className="note__h">
          <StateBadge state={{ label: label(), tone, icon }} />
          <span>{m.ui_note_by({ author: note.author, date: note.on })}</span>
        </p>
        <p className="prewrap">{note.body}</p>
        <p className="note__who">
          <Icon name="eye" size="sm" /> {note.audience}
        </p>
      </article>
    )
  })
}
