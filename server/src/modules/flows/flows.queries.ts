// SPDX-License-Identifier: MIT
import { tableName } from '@guichet/engine'
import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { FlowsTables, RunStatus, StepStatus } from './flows.tables.ts'
import type { RunError } from './run-error.ts'

type Executor = Db | Tx
export type RunRow = Selectable<FlowsTables['runs']>
export type StepRow = Selectable<FlowsTables['run_steps']>

const unfinished = ['running', 'waiting', 'calling', 'failed'] as const

/** Writes runs. One that exists for its event and flow is left as it is. */
export async function insertRuns(tx: Tx, runs: readonly Insertable<FlowsTables['runs']>[]): Promise<void> {
  if (runs.length === 0) return
  await tx
    .withTables<FlowsTables>()
    .insertInto('runs')
    .values(runs)
    .onConflict((conflict) => conflict.columns(['event_id', 'flow', 'replay']).doNothing())
    .execute()
}

/**
 * Locks what a batch of events puts in motion: runs that these events start, and runs that wait for a fact of their
 * entries. In the order of ids, so that two processes never wait for each other.
 */
export async function lockRunsMovedBy(
  tx: Tx,
  eventIds: readonly number[],
  entryIds: readonly string[],
): Promise<RunRow[]> {
  return tx
    .withTables<FlowsTables>()
    .selectFrom('runs')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and([eb('event_id', '=', sql<number>`any(${eventIds}::bigint[])`), eb('status', '=', 'running')]),
        eb.and([eb('entry_id', '=', sql<string>`any(${entryIds}::uuid[])`), eb('watches', '=', true)]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Locks unfinished runs, in the order of ids. */
export async function lockRuns(tx: Tx, ids: readonly string[]): Promise<RunRow[]> {
  return tx
    .withTables<FlowsTables>()
    .selectFrom('runs')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('status', 'in', unfinished)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** How deep each of these runs is in a chain of runs that start one another. */
export async function depthsOf(db: Executor, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .withTables<FlowsTables>()
    .selectFrom('runs')
    .select(['id', 'depth'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, depth }) => [id, depth]))
}

export type RunPosition = {
  readonly id: string
  readonly status: RunStatus
  readonly step: string | null
  readonly attempt: number
  readonly wakeAt: Date | null
  readonly watches: boolean
  readonly error?: RunError
}

/** Writes where runs stand, in one statement. */
export async function saveRuns(tx: Tx, runs: readonly RunPosition[], now: Date): Promise<void> {
  if (runs.length === 0) return
  const column = <T>(read: (run: RunPosition) => T) => runs.map(read)
  await sql`
    update public.runs as r set status = p.status, step = p.step, attempt = p.attempt, wake_at = p.wake_at,
      watches = p.watches, error = p.error, updated_at = ${now},
      finished_at = case when p.status = 'done' then ${now}::timestamptz end
    from unnest(
      ${column(({ id }) => id)}::uuid[], ${column(({ status }) => status)}::text[], ${column(({ step }) => step)}::text[],
      ${column(({ attempt }) => attempt)}::int[], ${column(({ wakeAt }) => wakeAt)}::timestamptz[],
      ${column(({ watches }) => watches)}::boolean[],
      ${column(({ error }) => (error ? JSON.stringify(error) : null))}::jsonb[]
    ) as p (id, status, step, attempt, wake_at, watches, error)
    where r.id = p.id
  `.execute(tx)
}

export type StepRecord = {
  readonly runId: string
  readonly step: string
  readonly status: StepStatus
  readonly attempt: number
  readonly at: Date
  readonly output?: unknown
}

/** Writes what became of steps, in one statement. The instant a step began stays that of its first attempt. */
export async function saveSteps(tx: Tx, steps: readonly StepRecord[]): Promise<void> {
  if (steps.length === 0) return
  await tx
    .withTables<FlowsTables>()
    .insertInto('run_steps')
    .values(
      steps.map(({ runId, step, status, attempt, at, output }) => ({
        run_id: runId,
        step,
        status,
        attempt,
        started_at: at,
        finished_at: status === 'done' ? at : null,
        output: output === undefined ? null : JSON.stringify(output),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['run_id', 'step']).doUpdateSet((eb) => ({
        status: eb.ref('excluded.status'),
        attempt: eb.ref('excluded.attempt'),
        finished_at: eb.ref('excluded.finished_at'),
        output: eb.ref('excluded.output'),
      })),
    )
    .execute()
}

/** What steps performed before have given, by run and step. */
export async function outputsOf(db: Executor, runIds: readonly string[]): Promise<StepRow[]> {
  if (runIds.length === 0) return []
  return db
    .withTables<FlowsTables>()
    .selectFrom('run_steps')
    .selectAll()
    .where('run_id', '=', sql<string>`any(${runIds}::uuid[])`)
    .orderBy('started_at')
    .execute()
}

/**
 * Takes a run whose outside call is due, for one attempt: nobody else calls before `until`.
 * `undefined` when it is not due, or not at that step any more.
 */
export async function claimCall(
  db: Executor,
  id: string,
  now: Date,
  until: Date,
): Promise<RunRow | undefined> {
  return db
    .withTables<FlowsTables>()
    .updateTable('runs')
    .set((eb) => ({ attempt: eb('attempt', '+', 1), wake_at: until, updated_at: now }))
    .where('id', '=', id)
    .where('status', '=', 'calling')
    .where('wake_at', '<=', now)
    .returningAll()
    .executeTakeFirst()
}

/** Runs that were due before `before` and have not moved: their job was lost. */
export async function overdueRuns(db: Executor, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<FlowsTables>()
    .selectFrom('runs')
    .select('id')
    .where('status', 'in', unfinished)
    .where('wake_at', '<', before)
    .orderBy('wake_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function findRun(db: Executor, id: string): Promise<RunRow | undefined> {
  return db.withTables<FlowsTables>().selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Newest first. */
export async function runsWhere(
  db: Executor,
  filter: { entryId?: string; status?: RunStatus; after?: string | undefined; limit: number },
): Promise<RunRow[]> {
  let query = db
    .withTables<FlowsTables>()
    .selectFrom('runs')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(filter.limit)
  if (filter.entryId) query = query.where('entry_id', '=', filter.entryId)
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.after) query = query.where('id', '<', filter.after)
  return query.execute()
}

/** The number of the next replay of a flow for an event. */
export async function nextReplay(tx: Tx, eventId: number, flow: string): Promise<number> {
  const row = await tx
    .withTables<FlowsTables>()
    .selectFrom('runs')
    .select((eb) => eb.fn.max('replay').as('last'))
    .where('event_id', '=', eventId)
    .where('flow', '=', flow)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** Those of the entries on which a condition holds, as they now stand in this transaction. */
export async function entriesWhere(
  tx: Tx,
  collection: `${string}.${string}`,
  ids: readonly string[],
  condition: RawBuilder<boolean>,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select d.id from ${sql.id('data', tableName(collection))} as d
    where d.id = any(${ids}::uuid[]) and d.deleted_at is null and ${condition}
  `.execute(tx)
  return new Set(rows.map(({ id }) => id))
}
