// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
import type { Actor } from '@guichet/engine'
import type { Context, Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import type { ApiTables } from './api.tables.ts'

/** How long an answer is remembered. */
const keptMs = 24 * 3_600_000

/**
 * Does the work once for a key of this actor: asked again with the same request, gives the first answer; with another
 * one, refuses. Two requests at the same moment: the second waits for the first, in the database.
 *
 * The work, its effects and the remembered answer are one transaction: a failure remembers nothing. Source: IETF draft
 * « The Idempotency-Key HTTP Header Field », read on 2026-11-21.
 *
 * @throws Problem `duplicate-request` when the key was used for another request
 */
export async function once<T extends object>(
  context: Context,
  key: string | undefined,
  request: unknown,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (key === undefined) return context.db.transaction().execute(work)
  const actor = actorKey(context.actor)
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('base64url')
  return context.db.transaction().execute(async (tx) => {
    const tables = tx.withTables<ApiTables>()
    const taken = await tables
      .insertInto('idempotency_keys')
      .values({ actor, key, request_hash: requestHash, response: null, created_at: context.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (taken.numInsertedOrUpdatedRows === 0n) {
      const first = await tables
        .selectFrom('idempotency_keys')
        .select(['request_hash', 'response'])
        .where('actor', '=', actor)
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
      if (first.request_hash !== requestHash) throw problem('duplicate-request', {})
      // Written below, by the same work on the same request.
      return first.response as T
    }
    const response = await work(tx)
    await tables
      .updateTable('idempotency_keys')
      .set({ response: JSON.stringify(response) })
      .where('actor', '=', actor)
      .where('key', '=', key)
      .execute()
    return response
  })
}

/** Forgets the answers that nobody will ask for again. */
export async function forgetOldAnswers(platform: Platform): Promise<void> {
  await platform.db
    .withTables<ApiTables>()
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', new Date(platform.clock.now().getTime() - keptMs))
    .execute()
}

function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.personId
    case 'link':
      return actor.linkId
    case 'nobody':
    case 'system':
      return actor.kind
  }
}
