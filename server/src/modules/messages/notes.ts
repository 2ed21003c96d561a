// SPDX-License-Identifier: MIT
import { inLocale } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { inputProblems } from '../../platform/http/input-problems.ts'
import { problem } from '../../platform/http/problems.ts'
import { getEntry, type LoadedEntry } from '../entries/index.ts'
import { type EventActor, eventActor, recordEvent } from '../events/index.ts'
import { authorOf, isMine } from './list-messages.ts'
import { authorColumns, insertNote, notesOf } from './messages.queries.ts'
import { checkedText } from './post-message.ts'

/** How a note speaks of its entry. */
export const noteTones = ['information', 'positive', 'negative'] as const
export type NoteTone = (typeof noteTones)[number]

export type Note = {
  readonly id: string
  readonly at: Date
  readonly author: EventActor
  readonly mine: boolean
  readonly audience: { readonly key: string; readonly label: string }
  readonly tone: NoteTone
  readonly body: string
}

export type AddNote = {
  readonly entryId: string
  readonly audience: string
  readonly tone: string
  readonly body: string
}

const mostNotes = 500

/**
 * Leaves a note for an audience. The event says that there is one and for whom, not what it says: the history is read
 * by others than the audience.
 *
 * @throws Problem `not-found`; `not-allowed` without the right `note` for that audience; `invalid-input`
 */
export async function addNote(context: Context, request: AddNote): Promise<{ id: string }> {
  return context.db.transaction().execute(async (tx) => {
    const entry = await getEntry(tx, context, request.entryId)
    if (!entry.may('note') || !entry.noteAudiences.has(request.audience)) throw problem('not-allowed')
    const tone = noteTones.find((known) => known === request.tone)
    if (!tone) {
      throw problem('invalid-input', {
        fields: inputProblems([{ path: 'tone', problem: { code: 'choice' } }]),
      })
    }
    const id = context.ids.next()
    await insertNote(tx, {
      id,
      entry_id: entry.id,
      audience: request.audience,
      tone,
      body: checkedText(request.body),
      ...authorColumns(eventActor(context.actor)),
      created_at: context.clock.now(),
    })
    await recordEvent(tx, context, {
      kind: 'note.added',
      entry: { id: entry.id, collection: entry.collection },
      payload: { noteId: id, audience: request.audience },
    })
    return { id }
  })
}

/**
 * The notes that the actor's grants open, newest first: none, rather than a refusal, for who has no audience.
 *
 * @throws Problem `not-found`
 */
export async function listNotes(context: Context, entryId: string): Promise<Note[]> {
  const entry = await getEntry(context.db, context, entryId)
  const audiences = [...entry.noteAudiences]
  if (audiences.length === 0) return []
  const rows = await notesOf(context.db, entryId, audiences, mostNotes)
  return rows.map((row) => ({
    id: row.id,
    at: row.created_at,
    author: authorOf(row),
    mine: isMine(context, row),
    audience: { key: row.audience, label: audienceLabel(context, entry, row.audience) },
    // The table refuses any other.
    tone: row.tone as NoteTone,
    body: row.body,
  }))
}

/** The audiences a note may be left for by the actor, with their names. */
export async function noteChoices(
  context: Context,
  entryId: string,
): Promise<{ readonly key: string; readonly label: string }[]> {
  const entry = await getEntry(context.db, context, entryId)
  if (!entry.may('note')) return []
  return Object.keys(entry.definition.noteAudiences ?? {})
    .filter((key) => entry.noteAudiences.has(key))
    .map((key) => ({ key, label: audienceLabel(context, entry, key) }))
}

function audienceLabel(context: Context, entry: LoadedEntry, key: string): string {
  const audience = entry.definition.noteAudiences?.[key]
  return audience ? inLocale(audience.label, context.actor.locale) : key
}
