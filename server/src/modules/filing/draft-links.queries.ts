// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DraftsTables } from './drafts.tables.ts'

type Executor = Db | Tx

/** A link with what tells whether it still opens anything. */
export type DraftLinkRow = {
  readonly draft_id: string
  readonly email: string
  readonly expires_at: Date
  readonly owner_id: string | null
  readonly filed_at: Date | null
  readonly draft_expires_at: Date
}

export async function insertDraftLink(tx: Tx, link: DraftsTables['draft_links']): Promise<void> {
  await tx.withTables<DraftsTables>().insertInto('draft_links').values(link).execute()
}

export async function draftLinkByToken(
  executor: Executor,
  tokenHash: Buffer,
): Promise<DraftLinkRow | undefined> {
  return executor
    .withTables<DraftsTables>()
    .selectFrom('draft_links as l')
    .innerJoin('drafts as d', 'd.id', 'l.draft_id')
    .select([
      'l.draft_id',
      'l.email',
      'l.expires_at',
      'd.owner_id',
      'd.filed_at',
      'd.expires_at as draft_expires_at',
    ])
    .where('l.token_hash', '=', tokenHash)
    .executeTakeFirst()
}

/** Links made to a mailbox since then, whatever the draft. */
export async function linksMadeTo(executor: Executor, email: string, since: Date): Promise<number> {
  const row = await executor
    .withTables<DraftsTables>()
    .selectFrom('draft_links')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('email', '=', email)
    .where('created_at', '>', since)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Lets a browser open a draft that it did not start. */
export async function addHolder(executor: Executor, draftId: string, visitorHash: string): Promise<void> {
  await executor
    .withTables<DraftsTables>()
    .insertInto('draft_holders')
    .values({ draft_id: draftId, visitor_hash: visitorHash })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
