// SPDX-License-Identifier: MIT
import type { Answers } from '@guichet/engine'
import { type Expression, type ExpressionBuilder, type Selectable, sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Draft, TypedPage } from './draft.ts'
import type { DraftsTables } from './drafts.tables.ts'
import type { Suggested } from './suggest-answers.ts'

type Executor = Db | Tx

/** Whose drafts are looked for: a person's own, else those of this browser. */
export type DraftHolder = { readonly personId: string | null; readonly visitorHash: string | null }

export async function insertDraft(
  executor: Executor,
  draft: Omit<Draft, 'filed' | 'typed' | 'donePages'>,
  visitorHash: string | null,
): Promise<void> {
  await executor
    .withTables<DraftsTables>()
    .insertInto('drafts')
    .values({
      id: draft.id,
      visitor_hash: visitorHash,
      owner_id: draft.ownerId,
      solution: draft.solution,
      procedure: draft.procedure,
      release_id: draft.releaseId,
      answers: JSON.stringify(draft.answers),
      raw: '{}',
      done_pages: [],
      created_at: draft.createdAt,
      updated_at: draft.updatedAt,
      expires_at: draft.expiresAt,
      filed_at: null,
      filed_entry_id: null,
      filed_number: null,
      suggested: JSON.stringify(draft.suggested),
      filed_for: draft.filedFor && JSON.stringify(draft.filedFor),
    })
    .execute()
}

/** A draft of this holder that is not expired; `undefined` also when it is somebody else's. */
export async function findDraft(
  executor: Executor,
  id: string,
  holder: DraftHolder,
  at: Date,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<Draft | undefined> {
  const query = executor
    .withTables<DraftsTables>()
    .selectFrom('drafts')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', at)
    .where((row) => isHeldBy(row, holder))
  const row = await (forUpdate ? query.forUpdate() : query).executeTakeFirst()
  return row && toDraft(row)
}

/** Whoever holds it: for what is done on a draft in the name of the body. */
export async function draftById(executor: Executor, id: string): Promise<Draft | undefined> {
  const row = await executor
    .withTables<DraftsTables>()
    .selectFrom('drafts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toDraft(row)
}

/** The holder's drafts that are not filed, last changed first. */
export async function draftsOf(
  executor: Executor,
  holder: DraftHolder,
  at: Date,
  limit: number,
): Promise<Draft[]> {
  const rows = await executor
    .withTables<DraftsTables>()
    .selectFrom('drafts')
    .selectAll()
    .where((row) => isHeldBy(row, holder))
    .where('filed_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toDraft)
}

/** A draft of that procedure in which nothing was answered yet: starting again opens it. */
export async function untouchedDraft(
  executor: Executor,
  holder: DraftHolder,
  procedure: { solution: string; procedure: string; releaseId: string },
  at: Date,
): Promise<string | undefined> {
  const row = await executor
    .withTables<DraftsTables>()
    .selectFrom('drafts')
    .select('id')
    .where((eb) => isHeldBy(eb, holder))
    .where('solution', '=', procedure.solution)
    .where('procedure', '=', procedure.procedure)
    .where('release_id', '=', procedure.releaseId)
    .where('filed_at', 'is', null)
    .where('filed_for', 'is', null)
    .where('expires_at', '>', at)
    .where(sql<boolean>`raw = '{}' and done_pages = '{}'`)
    .executeTakeFirst()
  return row?.id
}

export async function saveDraft(
  executor: Executor,
  id: string,
  change: {
    answers: Answers
    typed: Readonly<Record<string, TypedPage>>
    donePages: readonly string[]
    at: Date
    expiresAt: Date
  },
): Promise<void> {
  await executor
    .withTables<DraftsTables>()
    .updateTable('drafts')
    .set({
      answers: JSON.stringify(change.answers),
      raw: JSON.stringify(change.typed),
      done_pages: [...change.donePages],
      updated_at: change.at,
      expires_at: change.expiresAt,
    })
    .where('id', '=', id)
    .execute()
}

/** Keeps of a filed draft what a second sending must find again; the answers are the entry's from now on. */
export async function markFiled(
  tx: Tx,
  id: string,
  filed: { entryId: string; number: string | null; at: Date },
): Promise<void> {
  await tx
    .withTables<DraftsTables>()
    .updateTable('drafts')
    .set({
      filed_at: filed.at,
      filed_entry_id: filed.entryId,
      filed_number: filed.number,
      answers: '{}',
      raw: '{}',
      suggested: '{}',
    })
    .where('id', '=', id)
    .execute()
}

/**
 * Gives the drafts of a browser, and those it opened by a link, to the person who has just signed in there; the browser
 * alone opens them no more.
 */
export async function giveDrafts(executor: Executor, visitorHash: string, personId: string): Promise<number> {
  const { numUpdatedRows } = await executor
    .withTables<DraftsTables>()
    .updateTable('drafts')
    .set({ owner_id: personId, visitor_hash: null })
    .where((row) => row.or([row('visitor_hash', '=', visitorHash), byLink(row, visitorHash)]))
    .where('owner_id', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function deleteDraftRow(tx: Tx, id: string): Promise<void> {
  await tx.withTables<DraftsTables>().deleteFrom('drafts').where('id', '=', id).execute()
}

/** Some expired drafts, locked; those that another process is deleting are left to it. */
export async function lockExpired(tx: Tx, at: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .withTables<DraftsTables>()
    .selectFrom('drafts')
    .select('id')
    .where('expires_at', '<=', at)
    .orderBy('expires_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ id }) => id)
}

function isHeldBy(
  row: ExpressionBuilder<DraftsTables, 'drafts'>,
  { personId, visitorHash }: DraftHolder,
): Expression<SqlBool> {
  const own = personId === null ? [] : [row('owner_id', '=', personId)]
  const here = visitorHash === null ? [] : [row('visitor_hash', '=', visitorHash), byLink(row, visitorHash)]
  return row.or([...own, ...here])
}

/** Drafts without an owner whose link was opened in this browser. */
function byLink(row: ExpressionBuilder<DraftsTables, 'drafts'>, visitorHash: string): Expression<SqlBool> {
  const opened = row
    .selectFrom('draft_holders')
    .select('draft_id')
    .where('draft_holders.visitor_hash', '=', visitorHash)
  return row.and([row('owner_id', 'is', null), row('id', 'in', opened)])
}

function toDraft(row: Selectable<DraftsTables['drafts']>): Draft {
  return {
    id: row.id,
    ownerId: row.owner_id,
    solution: row.solution,
    procedure: row.procedure,
    releaseId: row.release_id,
    // Both are written by `saveDraft` alone.
    answers: row.answers as Answers,
    typed: row.raw as Readonly<Record<string, TypedPage>>,
    // Written by `insertDraft` alone.
    suggested: row.suggested as Suggested,
    // Written by `startForSomeone` alone.
    filedFor: row.filed_for as Draft['filedFor'],
    donePages: row.done_pages,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
    filed:
      row.filed_at && row.filed_entry_id
        ? { at: row.filed_at, entryId: row.filed_entry_id, number: row.filed_number }
        : null,
  }
}
