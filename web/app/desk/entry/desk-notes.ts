// SPDX-License-Identifier: MIT
import type { Note } from '@guichet/server'
import { actorName } from '../../entry/history.ts'
import type { DateWords } from '../../ui/dates.ts'
import type { NoteItem } from '../../ui/NoteList.tsx'

/** Notes as a list shows them. */
export function deskNotes(notes: readonly Note[], dates: DateWords): NoteItem[] {
  return notes.map((note) => ({
    id: note.id,
    tone: note.tone,
    author: actorName(note.author),
    on: dates.shortDay(note.at),
    body: note.body,
    audience: note.audience.label,
  }))
}
