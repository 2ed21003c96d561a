// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
import { to as copyTo } from 'pg-copy-streams'
import type { PoolClient } from 'pg'
import type { Tx } from '../../platform/db/database.ts'
import { isProblem } from '../../platform/http/problems.ts'
import type { BlobStorage } from '../../platform/storage/storage.ts'
import { listContents } from '../attachments/index.ts'
import {
  appliedMigrations,
  copyStatement,
  describeTypedTables,
  fixTextForms,
  listReferences,
  listTables,
  pendingJobs,
  readSequences,
} from './backup.queries.ts'
import { inOrderOfReference } from './in-order.ts'
import {
  type BackedUpTable,
  folderOf,
  formatVersion,
  type Manifest,
  manifestName,
  type Summary,
  summaryName,
} from './manifest.ts'
import { inParts } from './parts.ts'
import type { TarEntry } from './tar.ts'

export type Snapshot = {
  /** Repeatable read: everything is as it was when the transaction began. */
  readonly tx: Tx
  readonly client: PoolClient
  readonly storage: BlobStorage
  readonly madeAt: Date
  readonly secret: string
}

/** What a backup tells as it is written: its figures, once the last entry was taken. */
export type Tally = { summary: Summary }

export function emptyTally(): Tally {
  const summary = { tables: {}, sequences: [], jobs: 0, files: 0, missing: [], damaged: [] }
  return { summary }
}

/** The entries of a backup, in the order in which a restore needs them; counts them in `tally`. */
export async function* backupEntries(snapshot: Snapshot, tally: Tally): AsyncGenerator<TarEntry> {
  const { tx } = snapshot
  await fixTextForms(tx)
  const manifest = await describe(snapshot)
  yield asJson(manifestName, manifest)
  for (const table of manifest.tables) yield* tableEntries(snapshot, table, tally)
  yield* jobEntries(tx, tally)
  yield* fileEntries(snapshot, tally)
  tally.summary.sequences = await readSequences(tx)
  yield asJson(summaryName, tally.summary)
}

async function describe({ tx, madeAt, secret }: Snapshot): Promise<Manifest> {
  const typedTables = await describeTypedTables(tx)
  return {
    format: 'guichet-backup',
    version: formatVersion,
    madeAt: madeAt.toISOString(),
    migrations: (await appliedMigrations(tx)) ?? [],
    secret,
    tables: inOrderOfReference(await listTables(tx), await listReferences(tx)),
    typedTables,
  }
}

async function* tableEntries(
  { client }: Snapshot,
  table: BackedUpTable,
  { summary }: Tally,
): AsyncGenerator<TarEntry> {
  const rows = client.query(copyTo(copyStatement(table, 'to stdout')))
  const hash = createHash('sha256')
  try {
    yield* inParts(folderOf.table(table), hashed(rows.iterator({ destroyOnReturn: false }), hash))
  } finally {
    // When the backup stops here: what the connection was sent is read to its end, or it would answer nothing more.
    rows.resume()
  }
  summary.tables[`${table.schema}.${table.name}`] = { rows: rows.rowCount, sha256: hash.digest('hex') }
}

async function* jobEntries(tx: Tx, { summary }: Tally): AsyncGenerator<TarEntry> {
  const jobs = await pendingJobs(tx)
  summary.jobs = jobs.length
  const lines = jobs.map((job) => Buffer.from(`${JSON.stringify(job)}\n`))
  yield* inParts(folderOf.jobs, streamOf(lines))
}

/** A file whose draft was deleted meanwhile is missing too: nobody will look for it. */
async function* fileEntries({ tx, storage }: Snapshot, { summary }: Tally): AsyncGenerator<TarEntry> {
  for await (const sha256 of listContents(tx)) {
    const content = await storage.read(sha256).catch((error: unknown) => {
      if (isProblem(error, 'not-found')) return undefined
      throw error
    })
    if (!content) {
      summary.missing.push(sha256)
      continue
    }
    const hash = createHash('sha256')
    yield* inParts(folderOf.file(sha256), hashed(content, hash))
    summary.files += 1
    if (hash.digest('hex') !== sha256) summary.damaged.push(sha256)
  }
}

async function* hashed(
  content: AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    hash.update(chunk)
    yield chunk
  }
}

async function* streamOf(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks
}

function asJson(name: string, value: object): TarEntry {
  return { name, content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) }
}
