// SPDX-License-Identifier: MIT
import { type Flow, type FlowFact, firstStep, triggered } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import type { Release } from '../definitions/index.ts'
import type { LoadedEntry } from '../entries/index.ts'
import type { EventRecord } from '../events/index.ts'
import { factOf } from './fact-of.ts'
import { depthsOf, insertRuns } from './flows.queries.ts'
import type { RunSession } from './run-session.ts'

/** Runs that start one another further than this turn in a circle. */
const deepest = 20

type Start = {
  readonly event: EventRecord
  readonly entry: LoadedEntry
  readonly key: string
  readonly flow: Flow
  readonly depth: number
}

/**
 * Starts a run for each flow that each event triggers, of the release its entry follows. Doing it again for the same
 * events starts nothing.
 *
 * The condition `when` of a flow is looked at here, moments after the fact: on the entry as it is by now.
 */
export async function startRuns(session: RunSession, events: readonly EventRecord[]): Promise<void> {
  const starts: Start[] = []
  const depths = await depthsAfter(session, events)
  await session.prepare(events.flatMap((event) => (event.entryId && factOf(event) ? [event.entryId] : [])))
  for (const event of events) {
    const fact = factOf(event)
    const entry = fact && (await session.entryOfEvent(event))
    if (!fact || !entry) continue
    for (const [key, flow] of triggeredFlows(entry.release, fact)) {
      starts.push({ event, entry, key, flow, depth: depths.get(event.id) ?? 0 })
    }
  }
  await insertRuns(
    session.tx,
    (await wanted(session, starts)).map((start) => toRow(session.platform, start)),
  )
}

function triggeredFlows(release: Release, fact: FlowFact): [string, Flow][] {
  return Object.entries(release.solution.flows ?? {}).filter(([, flow]) => triggered(flow, fact))
}

/** Those whose flow asks nothing of the entry, or whose entry satisfies it: one look for each flow. */
async function wanted(session: RunSession, starts: readonly Start[]): Promise<Start[]> {
  const conditioned = new Map<string, Start[]>()
  for (const start of starts) {
    if (!start.flow.when) continue
    const key = `${start.entry.release.id} ${start.key}`
    conditioned.set(key, [...(conditioned.get(key) ?? []), start])
  }
  const refused = new Set<Start>()
  for (const group of conditioned.values()) {
    const [first] = group
    if (!first?.flow.when) continue
    const { release, collection } = first.entry
    const ids = group.map(({ entry }) => entry.id)
    const holding = await session.idsWhere(release, collection, ids, first.flow.when)
    for (const start of group) if (!holding.has(start.entry.id)) refused.add(start)
  }
  return starts.filter((start) => !refused.has(start))
}

/** An event made by a run is one deeper than that run; what people and programs do is at the surface. */
async function depthsAfter(
  session: RunSession,
  events: readonly EventRecord[],
): Promise<Map<number, number>> {
  const made = events.flatMap(({ id, actor }) =>
    actor.kind === 'system' && actor.id ? [{ id, run: actor.id }] : [],
  )
  const depths = await depthsOf(
    session.tx,
    made.map(({ run }) => run),
  )
  return new Map(made.map(({ id, run }) => [id, (depths.get(run) ?? 0) + 1]))
}

function toRow({ ids, clock }: Platform, { event, entry, key, flow, depth }: Start) {
  const now = clock.now()
  const tooDeep = depth > deepest
  return {
    id: ids.next(),
    solution: entry.release.solution.key,
    flow: key,
    release_id: entry.release.id,
    entry_id: entry.id,
    event_id: event.id,
    replay: 0,
    depth,
    status: tooDeep ? ('parked' as const) : ('running' as const),
    step: firstStep(flow).key,
    attempt: 0,
    wake_at: tooDeep ? null : now,
    watches: false,
    error: tooDeep ? JSON.stringify({ code: 'too-deep', detail: String(deepest) }) : null,
    started_at: now,
    updated_at: now,
  }
}
