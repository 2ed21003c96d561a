// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tx } from '../../platform/db/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { BlobStorage } from '../../platform/storage/storage.ts'
import {
  completeTypedTable,
  copyStatement,
  fixTextForms,
  makeTypedTable,
  writeSequences,
} from './backup.queries.ts'
import {
  type BackedUpTable,
  folderOf,
  jobSchema,
  type Manifest,
  type SavedJob,
  type Summary,
  summaryName,
  summarySchema,
} from './manifest.ts'
import type { EntryCursor } from './parts.ts'
import { RefusedBackup } from './refused-backup.ts'

export type Restoration = {
  readonly tx: Tx
  readonly client: PoolClient
  readonly manifest: Manifest
  readonly storage: BlobStorage
  readonly jobs: Jobs
  readonly now: Date
}

export type Restored = { readonly rows: number; readonly files: number; readonly lost: readonly string[] }

type Found = Pick<Summary, 'tables' | 'jobs' | 'files' | 'damaged'>

/**
 * Writes what follows the manifest, in the caller's transaction.
 *
 * @throws RefusedBackup `damaged` when what was read is not what was written; the caller rolls back
 */
export async function restoreEntries(cursor: EntryCursor, restoration: Restoration): Promise<Restored> {
  const { tx, manifest } = restoration
  await fixTextForms(tx)
  for (const table of manifest.typedTables) await makeTypedTable(tx, table)
  const tables: Found['tables'] = {}
  for (const table of manifest.tables) {
    tables[`${table.schema}.${table.name}`] = await restoreTable(cursor, restoration, table)
  }
  const found: Found = {
    tables,
    jobs: await restoreJobs(cursor, restoration),
    ...(await restoreFiles(cursor, restoration)),
  }
  const summary = await readSummary(cursor)
  compare(found, summary)
  for (const table of manifest.typedTables) await completeTypedTable(tx, table)
  await writeSequences(tx, summary.sequences)
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  return { rows, files: found.files, lost: [...summary.missing, ...summary.damaged] }
}

async function restoreTable(
  cursor: EntryCursor,
  { client }: Restoration,
  table: BackedUpTable,
): Promise<Found['tables'][string]> {
  const rows = client.query(copyFrom(copyStatement(table, 'from stdin')))
  const hash = createHash('sha256')
  await pipeline(
    Readable.from(cursor.parts(folderOf.table(table))),
    async function* (content: AsyncIterable<Buffer>) {
      for await (const chunk of content) {
        hash.update(chunk)
        yield chunk
      }
    },
    rows,
  )
  return { rows: rows.rowCount, sha256: hash.digest('hex') }
}

async function restoreJobs(cursor: EntryCursor, { tx, jobs, now }: Restoration): Promise<number> {
  const chunks: Buffer[] = []
  for await (const chunk of cursor.parts(folderOf.jobs)) chunks.push(chunk)
  const lines = Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean)
  const saved = lines.map((line) => jobSchema.parse(JSON.parse(line)))
  const isDue = ({ startAfter }: SavedJob) => new Date(startAfter) <= now
  for (const [queue, due] of Object.entries(Object.groupBy(saved.filter(isDue), (job) => job.queue))) {
    await jobs.sendMany(
      tx,
      queue,
      (due ?? []).map(({ data }) => data),
    )
  }
  for (const { queue, data, startAfter } of saved.filter((job) => !isDue(job))) {
    await jobs.send(tx, queue, data, { startAfter: new Date(startAfter) })
  }
  return saved.length
}

async function restoreFiles(
  cursor: EntryCursor,
  { storage }: Restoration,
): Promise<Pick<Found, 'files' | 'damaged'>> {
  const damaged: string[] = []
  let files = 0
  for (;;) {
    const next = await cursor.peek()
    const sha256 = /^files\/([0-9a-f]{64})\//.exec(next?.name ?? '')?.[1]
    if (sha256 === undefined) return { files, damaged }
    const content = Readable.from(cursor.parts(folderOf.file(sha256)))
    const stored = await storage.put(content, { maxBytes: Number.MAX_SAFE_INTEGER })
    files += 1
    if (stored.sha256 !== sha256) damaged.push(sha256)
  }
}

async function readSummary(cursor: EntryCursor): Promise<Summary> {
  const last = await cursor.take()
  if (last?.name !== summaryName) throw new RefusedBackup('damaged', last?.name ?? summaryName)
  return summarySchema.parse(JSON.parse(last.content.toString('utf8')))
}

/** A difference between what was read and what the backup says it wrote is damage, wherever it comes from. */
function compare(found: Found, told: Summary): void {
  const different = Object.entries(told.tables).find(
    ([name, { rows, sha256 }]) => found.tables[name]?.rows !== rows || found.tables[name].sha256 !== sha256,
  )
  if (different) throw new RefusedBackup('damaged', different[0])
  const altered = found.damaged.find((sha256) => !told.damaged.includes(sha256))
  if (altered !== undefined) throw new RefusedBackup('damaged', folderOf.file(altered))
  if (found.files !== told.files) throw new RefusedBackup('damaged', 'files/')
  if (found.jobs !== told.jobs) throw new RefusedBackup('damaged', folderOf.jobs)
}
