// SPDX-License-Identifier: MIT
import { openDatabase } from '../../../server/src/platform/db/database.ts'
import { silentLog } from '../../../server/src/platform/log.ts'
import { borrowDatabase } from '../../../server/src/platform/postgres/provide-database.ts'
import { tokenHash } from '../../../server/src/platform/secrets.ts'
import type { LinksTables } from '../../../server/src/modules/links/links.tables.ts'

/** Lets the months pass that end a link: its date is the only thing a journey cannot wait for. */
export async function expireLink(address: string): Promise<void> {
  const dataDir = process.env['JOURNEYS_DATA_DIR'] ?? ''
  const { url } = await borrowDatabase({ databaseUrl: undefined, dataDir, log: silentLog })
  const database = openDatabase(url)
  try {
    const token = address.slice(address.lastIndexOf('/') + 1)
    const { numUpdatedRows } = await database.db
      .withTables<LinksTables>()
      .updateTable('access_links')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where('token_hash', '=', tokenHash(token))
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Error(`No link at ${address}`)
  } finally {
    await database.close()
  }
}
