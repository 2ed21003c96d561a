// SPDX-License-Identifier: MIT
import { firstStep } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { entersStudio } from '../definitions/index.ts'
import { getEntry, isUuid } from '../entries/index.ts'
import { advanceQueue } from './advance-queue.ts'
import {
  findRun,
  insertRuns,
  nextReplay,
  outputsOf,
  type RunRow,
  runsWhere,
  saveRuns,
} from './flows.queries.ts'
import { takeInHand } from './run-session.ts'
import { type RunView, runView } from './run-view.ts'

/**
 * The runs of one entry, newest first.
 *
 * @throws Problem `not-found` for an entry without the right `history`
 */
export async function listRuns(context: Context, entryId: string): Promise<RunView[]> {
  const entry = await getEntry(context.db, context, entryId)
  if (!entry.may('history')) throw problem('not-found')
  return views(context, await runsWhere(context.db, { entryId, limit: 200 }))
}

/**
 * The runs that nobody tries any more, newest first: for whoever enters the studio.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function listParkedRuns(
  context: Context,
  query: { after?: string; limit?: number } = {},
): Promise<{ rows: RunView[]; next: string | null }> {
  await requireStudio(context)
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200)
  const after = query.after !== undefined && isUuid(query.after) ? query.after : undefined
  const rows = await runsWhere(context.db, { status: 'parked', after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return {
    rows: await views(context, page),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/**
 * Takes up a run that failed or was parked, at the step where it stands, with all its tries before it.
 *
 * @throws Problem `sign-in-required`, `not-allowed`; `not-found` for a run that is not stopped
 */
export async function resumeRun(context: Context, id: string): Promise<void> {
  const row = await getRun(context, id)
  if (row.status !== 'failed' && row.status !== 'parked') throw problem('not-found')
  const now = context.clock.now()
  await context.db.transaction().execute(async (tx) => {
    const { step } = row
    await saveRuns(tx, [{ id, step, status: 'running', attempt: 0, wakeAt: now, watches: false }], now)
    await context.jobs.send(tx, advanceQueue, { runId: id })
  })
}

/**
 * Runs a flow anew for the same event, from its first step: mails leave again, tasks are asked again. The former run
 * stays in the history.
 *
 * @returns the id of the new run
 * @throws Problem `sign-in-required`, `not-allowed`; `not-found` for a run that is not over
 */
export async function replayRun(context: Context, id: string): Promise<string> {
  const row = await getRun(context, id)
  const run = await takeInHand(context, row)
  if (!run || (row.status !== 'done' && row.status !== 'parked')) throw problem('not-found')
  const replayId = context.ids.next()
  const now = context.clock.now()
  await context.db.transaction().execute(async (tx) => {
    const { solution, flow, release_id, entry_id, event_id } = row
    const replay = await nextReplay(tx, event_id, flow)
    await insertRuns(tx, [
      {
        id: replayId,
        solution,
        flow,
        release_id,
        entry_id,
        event_id,
        replay,
        depth: 0,
        status: 'running',
        step: firstStep(run.flow).key,
        attempt: 0,
        wake_at: now,
        watches: false,
        started_at: now,
        updated_at: now,
      },
    ])
    await context.jobs.send(tx, advanceQueue, { runId: replayId })
  })
  return replayId
}

async function getRun(context: Context, id: string): Promise<RunRow> {
  await requireStudio(context)
  const row = isUuid(id) ? await findRun(context.db, id) : undefined
  if (!row) throw problem('not-found')
  return row
}

async function requireStudio(context: Context): Promise<void> {
  if (await entersStudio(context)) return
  throw problem(context.actor.kind === 'nobody' ? 'sign-in-required' : 'not-allowed')
}

async function views(context: Context, rows: readonly RunRow[]): Promise<RunView[]> {
  const steps = Map.groupBy(
    await outputsOf(
      context.db,
      rows.map(({ id }) => id),
    ),
    ({ run_id }) => run_id,
  )
  const shown: RunView[] = []
  for (const row of rows) {
    const run = await takeInHand(context, row)
    shown.push(runView(row, run, steps.get(row.id) ?? [], context.actor.locale))
  }
  return shown
}
