// SPDX-License-Identifier: MIT
import { collectionOf, type Field, type FormValues, inLocale, solutionOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'
import { loadEntries, type StateView, stateView } from '../entries/index.ts'
import { type Offers, transitionForm } from '../views/index.ts'
import type { Bulk, BulkItem, BulkItemStatus, BulkStatus } from './bulk.ts'
import { itemCounts, itemsOf, undoneBy } from './bulk.queries.ts'
import { firstWaiting, getBulk } from './start-bulk.ts'
import { countUndoable } from './undo-bulk.ts'

export type BulkCounts = Readonly<Record<BulkItemStatus, number>> & { readonly total: number }

/** An action on many entries, as its author follows it. */
export type BulkView = {
  readonly id: string
  readonly status: BulkStatus
  readonly label: string
  readonly consequence: string | null
  readonly icon: string | null
  readonly emphasis: 'primary' | 'secondary' | 'danger'
  readonly collectionTitle: { readonly one: string; readonly many: string }
  readonly origin: string | null
  readonly undoes: string | null
  readonly counts: BulkCounts
  /** Before it starts: what is asked once for all. */
  readonly form: BulkForm | null
  /** Entries with what becomes of each; empty while it runs, when only the counts move. */
  readonly items: readonly BulkItemView[]
  /** Once done: how many could be taken back now, and the action that took them back. */
  readonly undoable: number
  readonly undoneBy: string | null
}

export type BulkForm = {
  readonly questions: readonly { readonly key: string; readonly field: Field }[]
  readonly values: FormValues
  readonly reason: 'none' | 'optional' | 'required'
  readonly reasonLabel: string | null
} & Offers

export type BulkItemView = {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly state: StateView | null
  readonly status: BulkItemStatus
  readonly refusal: string | null
}

/**
 * Where an action on many entries stands.
 *
 * @throws Problem `not-found` for what is not the person's own
 */
export async function viewBulk(context: Context, id: string): Promise<BulkView> {
  const bulk = await getBulk(context, id)
  const { locale } = context.actor
  const definition = (await definitionsOf(context)).solutions.get(solutionOf(bulk.collection))?.solution
    .collections[collectionOf(bulk.collection)]
  const transition = definition?.lifecycle?.transitions[bulk.transition]
  const counts = await itemCounts(context.db, id)
  const items = bulk.status === 'running' ? [] : await itemsOf(context.db, id)
  const isDone = bulk.status === 'done'
  return {
    id,
    status: bulk.status,
    label: transition ? inLocale(transition.label, locale) : bulk.transition,
    consequence: transition?.consequence ? inLocale(transition.consequence, locale) : null,
    icon: transition?.icon ?? null,
    emphasis: transition?.emphasis ?? 'secondary',
    collectionTitle: {
      one: definition ? inLocale(definition.title, locale) : '',
      many: definition ? inLocale(definition.titlePlural, locale) : '',
    },
    origin: bulk.origin,
    undoes: bulk.undoes,
    counts: { ...counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) },
    form: bulk.status === 'prepared' ? await formOf(context, items) : null,
    items: await itemViews(context, bulk, items),
    undoable: isDone && bulk.undoes === null ? await countUndoable(context, items) : 0,
    undoneBy: isDone ? ((await undoneBy(context.db, id)) ?? null) : null,
  }
}

/** The form of the first entry speaks for all, with nothing filled in: what one entry says is not the others'. */
async function formOf(context: Context, items: readonly BulkItem[]): Promise<BulkForm | null> {
  const first = await firstWaiting(context, items)
  if (!first) return null
  const form = await transitionForm(context, { id: first.item.entryId, key: first.item.transition })
  const { reason, reasonLabel } = form.transition
  // A file belongs to one entry: it is deposited there.
  const questions = form.questions.filter(({ field }) => field.type !== 'file' && field.type !== 'files')
  const { offers, crowded } = form
  return { questions, values: {}, offers, crowded, reason, reasonLabel }
}

async function itemViews(context: Context, bulk: Bulk, items: readonly BulkItem[]): Promise<BulkItemView[]> {
  const { locale } = context.actor
  const entries = await loadEntries(
    context.db,
    context,
    items.map(({ entryId }) => entryId),
  )
  return items.flatMap(({ entryId, status, refusal }) => {
    const entry = entries.get(entryId)
    // What may no longer be read is counted, and not named.
    if (!entry || entry.collection !== bulk.collection) return []
    return [
      {
        id: entryId,
        number: entry.number,
        title: entry.title,
        state: stateView(entry.definition, entry.state, locale),
        status,
        refusal: refusal ? inLocale(refusal.text, locale) : null,
      },
    ]
  })
}
