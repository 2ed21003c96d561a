// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'
import { NoteList, type NoteItem } from '../../ui/NoteList.tsx'
import type { NoteTyped } from './post.server.ts'

interface Props {
  readonly notes: readonly NoteItem[]
  readonly audiences: readonly { readonly key: string; readonly label: string }[]
  readonly typed: NoteTyped | undefined
}

/** What agents tell each other; the applicant never reads it. */
export function EntryNotes({ notes, audiences, typed }: Props) {
  return (
    <section className="card" id="notes">
      <div className="card__h">
        <h2>{m.desk_entry_notes()}</h2>
      </div>
      <div className="card__b">
        {notes.length === 0 ? <p className="muted">{m.desk_entry_no_note()}</p> : <NoteList notes={notes} />}
        {audiences.length > 0 && (
          <details className="reply" open={typed !== undefined}>
            <summary className="btn btn--quiet btn--sm">{m.desk_entry_note_add()}</summary>
            <NoteForm key={notes.length} audiences={audiences} typed={typed} />
          </details>
        )}
      </div>
    </section>
  )
}

function NoteForm({ audiences, typed }: Omit<Props, 'notes'>) {
  const tones = [
    { value: 'information', label: m.ui_note_information() },
    { value: 'positive', label: m.ui_note_positive() },
    { value: 'negative', label: m.ui_note_negative() },
  ]
  return (
    <Form method="post" noValidate>
      <div className={typed ? 'field field--err' : 'field'}>
        <label className="label" htmlFor={inputId('note')}>
          {m.desk_entry_note_body()}
        </label>
        <Problem name="note" text={typed?.problem} />
        <textarea className="input" id={inputId('note')} name="body" rows={3} defaultValue={typed?.body} />
      </div>
      <div className="field">
        <label className="label" htmlFor={inputId('tone')}>
          {m.desk_entry_note_tone()}
        </label>
        <select
          className="input"
          id={inputId('tone')}
          name="tone"
          defaultValue={typed?.tone ?? 'information'}
        >
          {tones.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="label" htmlFor={inputId('audience')}>
          {m.desk_entry_note_audience()}
        </label>
        <select className="input" id={inputId('audience')} name="audience" defaultValue={typed?.audience}>
          {audiences.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Button>{m.desk_entry_note_save()}</Button>
    </Form>
  )
}
