// SPDX-License-Identifier: MIT
import { compileTemplate, entryVariables, stepAt } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Outgoing, OutgoingAnswer, OutgoingRequest } from '../../platform/outgoing/outgoing.ts'
import { advanceQueue } from './advance-queue.ts'
import { advanceRuns } from './advance-runs.ts'
import { claimCall, findRun, lockRuns, type RunRow } from './flows.queries.ts'
import type { StepOf } from './outcome.ts'
import { recordFailure } from './record-failure.ts'
import { StepFailed, StepRefused } from './run-error.ts'
import { openSession, type Run, type RunSession, takeInHand } from './run-session.ts'
import { stepValue } from './step-values.ts'

/** How long a call belongs to the process that makes it: longer than it waits for an answer. */
const claimMs = 60_000

/** What is kept of an answer that is not JSON. */
const keptCharacters = 2_000

/**
 * Makes the outside call a run stands at, outside of any transaction, then advances the run with the answer.
 *
 * The intent is recorded first. A process killed between the call and its record leaves open whether the other side
 * has seen it: the call is made again under the same `Idempotency-Key`, by which the other side knows it.
 */
export async function callOutside(platform: Platform, outgoing: Outgoing, runId: string): Promise<void> {
  const now = platform.clock.now()
  const row = await claimCall(platform.db, runId, now, new Date(now.getTime() + claimMs))
  if (!row) return comeBack(platform, runId)
  try {
    const output = outputOf(await outgoing(await prepare(platform, row)))
    await platform.db.transaction().execute(async (tx) => {
      const [locked] = await lockRuns(tx, [runId])
      if (locked?.status !== 'calling' || locked.step !== row.step || locked.attempt !== row.attempt) return
      const answer = { runId, output }
      await advanceRuns(openSession(tx, platform), [locked], { reach: 'one step', answer })
      await platform.jobs.send(tx, advanceQueue, { runId })
    })
  } catch (error) {
    await recordFailure(platform, runId, error, row.attempt)
  }
}

/** Somebody else is calling: if they die, the call is due again when their claim runs out. */
async function comeBack(platform: Platform, runId: string): Promise<void> {
  const row = await findRun(platform.db, runId)
  if (row?.status !== 'calling' || row.wake_at === null) return
  await platform.jobs.send(platform.db, advanceQueue, { runId }, { startAfter: row.wake_at })
}

async function prepare(platform: Platform, row: RunRow): Promise<OutgoingRequest> {
  const run = await takeInHand(platform, row)
  const step = run && row.step !== null ? stepAt(run.flow, row.step) : undefined
  if (!run || step?.kind !== 'call-http')
    throw new StepRefused({ code: 'step-unknown', detail: row.step ?? '' })
  return platform.db.transaction().execute((tx) => requestOf(tx, platform, run, step))
}

async function requestOf(
  tx: Tx,
  platform: Platform,
  run: Run,
  step: StepOf<'call-http'>,
): Promise<OutgoingRequest> {
  const session = openSession(tx, platform)
  const body = step.body === undefined ? undefined : await stepValue(session, run, step.body)
  const headers = Object.entries(step.headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  )
  return {
    method: step.method,
    url: mergedAddress(step.url, await addressVariables(session, run)),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...Object.fromEntries(headers.filter(([name]) => !reserved.has(name))),
      'idempotency-key': `${run.row.id}:${step.key}`,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

/** Headers that say how the message is carried, or that we answer for. */
const reserved = new Set([
  'connection',
  'content-length',
  'host',
  'idempotency-key',
  'transfer-encoding',
  'upgrade',
])

/** An address is a template: it reads the entry as people do, and what is stored under `entry.raw`. */
async function addressVariables(session: RunSession, run: Run): Promise<Record<string, unknown>> {
  const entry = await session.readableOf(run)
  if (!entry) return {}
  const { timeZone } = session.platform.tenant
  const reader = { locale: 'fr' as const, timeZone, nameOf: (id: string) => entry.titles.get(id) }
  return { entry: entryVariables(entry.definition, entry.row, reader) }
}

/** Values are merged into the address encoded: a value names a resource, it never changes the host or the query. */
function mergedAddress(address: string, variables: Readonly<Record<string, unknown>>): string {
  return address.replace(/\{\{.*?\}\}/g, (tag) => {
    const compiled = compileTemplate(tag)
    if (!compiled.ok) throw new StepRefused({ code: 'expression-faulty' })
    return encodeURIComponent(compiled.render(variables))
  })
}

/** Statuses that say "not now": a conflict with another call of ours, a time out, too early, too many. */
const passing = new Set([408, 409, 425, 429])

function outputOf({ status, contentType, body }: OutgoingAnswer): unknown {
  const error = { code: 'answer-refused' as const, detail: String(status) }
  if (status >= 500 || passing.has(status)) throw new StepFailed(error)
  if (status < 200 || status >= 300) throw new StepRefused(error)
  return { status, body: /\bjson\b/i.test(contentType) ? parsed(body) : body.slice(0, keptCharacters) }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body.slice(0, keptCharacters)
  }
}
