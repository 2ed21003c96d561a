// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { backupEntries, emptyTally } from './backup-entries.ts'
import { openSingleConnection, type SingleConnection } from './single-connection.ts'

let club: TestTenant
let connection: SingleConnection
beforeAll(async () => {
  club = await aTenant()
  connection = openSingleConnection(club.url)
  // More than the driver and the server keep between them.
  await sql`
    insert into idempotency_keys
    select 'key', n::text, repeat(md5(n::text), 20), null, now() from generate_series(1, 60000) as n
  `.execute(club.platform.db)
})
afterAll(async () => {
  await connection.close()
  await club.close()
})

it('leaves the connection usable when the backup stops in the middle of a table', async () => {
  const answer = await connection.db.transaction().execute(async (tx) => {
    const { storage } = club.platform
    const snapshot = { tx, client: connection.client(), storage, madeAt: club.clock.now(), secret: '' }
    for await (const { name } of backupEntries(snapshot, emptyTally())) {
      if (name === 'tables/public.idempotency_keys/000001') break
    }
    return sql<{ one: number }>`select 1 as one`.execute(tx)
  })
  expect(answer.rows).toEqual([{ one: 1 }])
})
