// SPDX-License-Identifier: MIT
import { type CollectionRef, conditionFor, inLocale, isAlways } from '@guichet/engine'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { installedProcedures, type InstalledProcedure } from '../catalogue/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { actorGrants } from '../entries/index.ts'

/** A request begun and not sent, as those see it who follow the desk: nothing of what it says, nor of whom. */
export type PendingDraft = {
  /** Six characters to speak of it by. They open nothing. */
  readonly reference: string
  readonly procedure: string
  readonly begunAt: Date
  readonly savedAt: Date
}

export type PendingDrafts = {
  readonly total: number
  readonly byProcedure: readonly { readonly title: string; readonly count: number }[]
  /** Last saved first. */
  readonly rows: readonly PendingDraft[]
}

/**
 * The drafts towards entries of a collection: how many, of which procedure, begun and saved when. Those in which
 * nothing was answered are not counted: their form was only looked at.
 *
 * @throws Problem `sign-in-required` or `not-allowed` without the right `drafts` on the whole collection
 */
export async function pendingDrafts(
  context: Context,
  { collection, rows: most }: { readonly collection: CollectionRef; readonly rows: number },
): Promise<PendingDrafts> {
  const definitions = await definitionsOf(context)
  const held = actorGrants(definitions, collection, context)
  // A draft has no row yet on which a condition could hold.
  if (!isAlways(conditionFor(held, 'drafts')))
    throw problem(context.actor.kind === 'nobody' ? 'sign-in-required' : 'not-allowed')
  const procedures = installedProcedures(definitions).filter((one) => one.collectionRef === collection)
  const now = context.clock.now()
  const [counts, last] = await Promise.all([
    countPending(context, procedures, now),
    lastPending(context, procedures, { now, most }),
  ])
  const titleOf = (key: string) =>
    inLocale(procedures.find((one) => nameOf(one) === key)?.procedure.title ?? unnamed, context.actor.locale)
  return {
    total: counts.reduce((sum, { n }) => sum + n, 0),
    byProcedure: counts.map(({ procedure, n }) => ({ title: titleOf(procedure), count: n })),
    rows: last.map(({ id, procedure, created_at: begunAt, updated_at: savedAt }) => ({
      reference: id.slice(-6).toUpperCase(),
      procedure: titleOf(procedure),
      begunAt,
      savedAt,
    })),
  }
}

const unnamed = { fr: '–', en: '–' }

/** `library.card`, as drafts name it in two columns. */
const nameOf = ({ release, key }: InstalledProcedure) => `${release.solution.key}.${key}`

const pending = (procedures: readonly InstalledProcedure[], now: Date) => sql`
  filed_at is null and expires_at > ${now} and (done_pages <> '{}' or raw::text <> '{}')
  and solution || '.' || procedure = any(${procedures.map(nameOf)}::text[])`

async function countPending({ db }: Context, procedures: readonly InstalledProcedure[], now: Date) {
  const { rows } = await sql<{ procedure: string; n: number }>`
    select solution || '.' || procedure as procedure, count(*) as n from public.drafts
    where ${pending(procedures, now)} group by 1 order by 2 desc, 1`.execute(db)
  return rows
}

async function lastPending(
  { db }: Context,
  procedures: readonly InstalledProcedure[],
  { now, most }: { now: Date; most: number },
) {
  const { rows } = await sql<{ id: string; procedure: string; created_at: Date; updated_at: Date }>`
    select id, solution || '.' || procedure as procedure, created_at, updated_at from public.drafts
    where ${pending(procedures, now)} order by updated_at desc, id limit ${most}`.execute(db)
  return rows
}
