// SPDX-License-Identifier: MIT
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Context } from '../../platform/context.ts'
import { storageProblem } from '../../platform/storage/storage-problem.ts'
import { recordEvent } from '../events/index.ts'
import { backupEntries, emptyTally } from './backup-entries.ts'
import { secretMark, type Summary } from './manifest.ts'
import { openSingleConnection } from './single-connection.ts'
import { writeTar } from './tar.ts'

export type MadeBackup = {
  readonly file: string
  readonly rows: number
  readonly files: number
  /** Files named by the database that the storage no longer has, or has with another content. */
  readonly lost: readonly string[]
}

/**
 * Writes everything the installation holds to one archive: rows, work left to do, files; not its secret. `target` is
 * the file, or a folder in which one is made under the date. Works while a server runs: all is as it was at one moment.
 *
 * The file appears with its name once it is whole and flushed; it holds personal data, and is its owner's alone.
 *
 * @returns `exists` when there is such a file already: a backup never replaces another
 * @throws Problem `storage-full`, `storage-unavailable`; nothing is left then
 */
export async function makeBackup(
  context: Context,
  { url, target }: { url: string; target: string },
): Promise<
  { readonly ok: true; readonly backup: MadeBackup } | { readonly ok: false; readonly refusal: 'exists' }
> {
  const file = await fileFor(target, context.clock.now())
  if (existsSync(file)) return { ok: false, refusal: 'exists' }
  const partial = `${file}.partial`
  try {
    const summary = await writeSnapshot(context, url, partial)
    await rename(partial, file)
    const { files, missing, damaged } = summary
    const rows = Object.values(summary.tables).reduce((sum, table) => sum + table.rows, 0)
    await context.db
      .transaction()
      .execute((tx) => recordEvent(tx, context, { kind: 'backup.made', payload: { rows, files } }))
    return { ok: true, backup: { file, rows, files, lost: [...missing, ...damaged] } }
  } catch (error) {
    await rm(partial, { force: true })
    throw storageProblem(error)
  }
}

/** `guichet-2026-11-21-110000.tar` in a folder. */
async function fileFor(target: string, at: Date): Promise<string> {
  const found = await stat(target).catch(() => undefined)
  if (!found?.isDirectory()) return target
  const [day = '', time = ''] = at.toISOString().split(/[T.]/)
  return join(target, `guichet-${day}-${time.replaceAll(':', '')}.tar`)
}

async function writeSnapshot(context: Context, url: string, file: string): Promise<Summary> {
  const connection = openSingleConnection(url)
  const tally = emptyTally()
  const madeAt = context.clock.now()
  try {
    await connection.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const { storage, secretKey } = context
        const secret = secretMark(secretKey)
        const entries = backupEntries({ tx, client: connection.client(), storage, madeAt, secret }, tally)
        await pipeline(writeTar(entries, madeAt), createWriteStream(file, { mode: 0o600, flush: true }))
      })
    return tally.summary
  } finally {
    await connection.close()
  }
}
