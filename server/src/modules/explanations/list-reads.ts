// SPDX-License-Identifier: MIT
import { inLocale } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { EventActor } from '../events/index.ts'
import { type ReadingWay, readsOfEntry } from '../sensitive-reads/index.ts'
import { explainable } from './explain-access.ts'

/** Somebody read sensitive fields of an entry. */
export type SensitiveRead = {
  readonly id: number
  readonly at: Date
  readonly actor: EventActor
  readonly way: ReadingWay
  readonly fields: readonly string[]
}

const pageSize = 50

/**
 * Who read the sensitive fields of an entry in the last twelve months, newest first, a page at a time (`before`: the id
 * of the last one seen). Says which fields, never their values.
 *
 * @throws Problem `not-found`; `not-allowed` without the right `explain`
 */
export async function listSensitiveReads(
  context: Context,
  entryId: string,
  before?: number,
): Promise<{ readonly rows: SensitiveRead[]; readonly next: number | null }> {
  const { definition } = await explainable(context, entryId)
  const found = await readsOfEntry(context.db, entryId, { limit: pageSize + 1, before })
  const rows = found.slice(0, pageSize)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at,
      // Written by `logReads` alone, from an event's actor and one of its ways.
      actor: { kind: row.actor_kind as EventActor['kind'], id: row.actor_id, name: row.actor_name },
      way: row.way as ReadingWay,
      fields: row.fields.map((key) => {
        const label = definition.fields[key]?.label
        return label ? inLocale(label, context.actor.locale) : key
      }),
    })),
    next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null,
  }
}
