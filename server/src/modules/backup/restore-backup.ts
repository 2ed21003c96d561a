// SPDX-License-Identifier: MIT
import { createReadStream } from 'node:fs'
import { migrate, type Migrations } from '../../platform/db/migrate.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { BlobStorage } from '../../platform/storage/storage.ts'
import { appliedMigrations, hasRows, listTables } from './backup.queries.ts'
import { type Manifest, manifestName, manifestSchema, secretMark } from './manifest.ts'
import { cursorOf, type EntryCursor } from './parts.ts'
import { RefusedBackup, type RestoreRefusal } from './refused-backup.ts'
import { type Restored, restoreEntries } from './restore-entries.ts'
import { openSingleConnection } from './single-connection.ts'
import { readTar, TarError } from './tar.ts'

/** An installation that holds nothing yet. */
export type EmptyPlace = {
  readonly url: string
  readonly storage: BlobStorage
  readonly secretKey: string
  readonly now: Date
  /** All that this version knows. */
  readonly migrations: Migrations
  /** Opens the queue, once there is a database to keep it in. */
  readonly openJobs: () => Promise<Jobs>
}

export type RestoreOutcome =
  | ({ readonly ok: true; readonly madeAt: string; readonly sameSecret: boolean } & Restored)
  | { readonly ok: false; readonly refusal: RestoreRefusal; readonly what: string }

/**
 * Brings a backup back into an empty installation, to the migrations it was made under; whoever calls migrates further.
 *
 * All or nothing: rows, figures and digests are checked before the one transaction commits. A refusal leaves no row;
 * files already copied stay, which does no harm since their name is their content.
 */
export async function restoreBackup(place: EmptyPlace, file: string): Promise<RestoreOutcome> {
  const connection = openSingleConnection(place.url)
  try {
    const cursor = cursorOf(readTar(createReadStream(file)))
    const manifest = await readManifest(cursor, place.migrations)
    await prepare(connection.db, manifest, place.migrations)
    const jobs = await place.openJobs()
    const restored = await connection.db.transaction().execute((tx) =>
      restoreEntries(cursor, {
        tx,
        client: connection.client(),
        manifest,
        storage: place.storage,
        jobs,
        now: place.now,
      }),
    )
    const sameSecret = manifest.secret === secretMark(place.secretKey)
    return { ok: true, madeAt: manifest.madeAt, sameSecret, ...restored }
  } catch (error) {
    if (error instanceof RefusedBackup) return { ok: false, refusal: error.refusal, what: error.message }
    if (error instanceof TarError) return { ok: false, refusal: 'damaged', what: error.message }
    throw error
  } finally {
    await connection.close()
  }
}

async function readManifest(cursor: EntryCursor, known: Migrations): Promise<Manifest> {
  const first = await cursor.take().catch((error: unknown) => {
    if (error instanceof TarError) return undefined
    throw error
  })
  if (first?.name !== manifestName) throw new RefusedBackup('not-a-backup')
  const manifest = manifestSchema.safeParse(JSON.parse(first.content.toString('utf8')))
  if (!manifest.success) throw new RefusedBackup('newer-version')
  const unknown = manifest.data.migrations.find((name) => !Object.hasOwn(known, name))
  if (unknown !== undefined) throw new RefusedBackup('newer-version', unknown)
  return manifest.data
}

/** Makes the tables as they were when the backup was made, in a database that has none or only empty ones. */
async function prepare(db: Db, { migrations }: Manifest, known: Migrations): Promise<void> {
  const applied = await appliedMigrations(db)
  for (const table of await listTables(db)) {
    const name = `${table.schema}.${table.name}`
    if (applied === undefined || table.schema === 'data' || (await hasRows(db, table)))
      throw new RefusedBackup('not-empty', name)
  }
  const further = (applied ?? []).find((name) => !migrations.includes(name))
  if (further !== undefined) throw new RefusedBackup('already-prepared', further)
  const wanted = Object.entries(known).filter(([name]) => migrations.includes(name))
  await migrate(db, Object.fromEntries(wanted))
}
