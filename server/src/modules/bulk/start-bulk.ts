// SPDX-License-Identifier: MIT
import { type Answers, checkForm, type Form, type Transition } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { inputProblems, type PlacedFieldProblem } from '../../platform/http/input-problems.ts'
import { problem } from '../../platform/http/problems.ts'
import { momentOf } from '../../platform/local-day.ts'
import { isUuid, loadEntry, type LoadedEntry } from '../entries/index.ts'
import { standingOf } from '../people/index.ts'
import type { Bulk, BulkItem } from './bulk.ts'
import { bulkOf, itemsOf, markFinished, markStarted } from './bulk.queries.ts'
import { personActing } from './prepare-bulk.ts'

/** The queue of actions on many entries. */
export const bulkQueue = 'bulk.advance'

export type StartBulk = {
  readonly id: string
  /** Answers to the form of the action, the same for all. */
  readonly answers?: Answers
  readonly reason?: string
}

/**
 * Starts a prepared action: the entries are taken one after the other after the commit. Started twice, it runs once.
 *
 * @throws Problem `not-found` for what is not the person's; `invalid-input` for answers or a reason that would be
 *   refused for every entry
 */
export async function startBulk(context: Context, request: StartBulk): Promise<void> {
  const bulk = await getBulk(context, request.id)
  if (bulk.status !== 'prepared') return
  const items = await itemsOf(context.db, bulk.id)
  const first = await firstWaiting(context, items)
  if (first) checkGiven(context, first.entry, first.item.transition, request)
  await context.db.transaction().execute(async (tx) => {
    const locked = await bulkOf(tx, { id: bulk.id, personId: bulk.personId, forUpdate: true })
    if (locked?.status === 'prepared') await begin(tx, context, bulk, request)
  })
}

/** Queues the work in the same transaction as the start; what has nothing to do is done. */
export async function begin(
  tx: Tx,
  context: Context,
  { id }: Pick<Bulk, 'id'>,
  { answers = {}, reason }: Omit<StartBulk, 'id'>,
): Promise<void> {
  const at = context.clock.now()
  const waiting = (await itemsOf(tx, id)).some(({ status }) => status === 'waiting')
  const standing = standingOf(personActing(context))
  await markStarted(tx, id, { answers, reason: reason?.trim() || null, standing, at })
  if (waiting) await context.jobs.send(tx, bulkQueue, { bulkId: id })
  else await markFinished(tx, id, at)
}

/** @throws Problem `not-found`, `sign-in-required`, `not-allowed` */
export async function getBulk(context: Context, id: string): Promise<Bulk> {
  const { personId } = personActing(context)
  const bulk = isUuid(id) ? await bulkOf(context.db, { id, personId }) : undefined
  if (!bulk) throw problem('not-found')
  return bulk
}

/** The first entry that the action will be taken on: its form speaks for all. */
export async function firstWaiting(
  context: Context,
  items: readonly BulkItem[],
): Promise<{ item: BulkItem; entry: LoadedEntry } | undefined> {
  const item = items.find(({ status }) => status === 'waiting')
  const entry = item && (await loadEntry(context.db, context, item.entryId))
  return item && entry && { item, entry }
}

/** What is wrong for all is told before anything is done. */
function checkGiven(
  context: Context,
  entry: LoadedEntry,
  key: string,
  { answers = {}, reason }: StartBulk,
): void {
  const transition: Transition | undefined = entry.definition.lifecycle?.transitions[key]
  const form: Form | undefined =
    transition?.form === undefined ? undefined : entry.release.solution.forms[transition.form]
  const problems: PlacedFieldProblem[] = []
  if (transition?.reason === 'required' && !reason?.trim()) {
    problems.push({ path: 'reason', problem: { code: 'required' } })
  }
  if (form) {
    const { timeZone } = context.tenant
    const scope = { collection: entry.definition, timeZone, ...momentOf(context.clock.now(), timeZone) }
    const outcome = checkForm(form, scope, entry.values, answers)
    if (!outcome.ok) problems.push(...outcome.problems)
  }
  if (problems.length > 0) throw problem('invalid-input', { fields: inputProblems(problems) })
}
