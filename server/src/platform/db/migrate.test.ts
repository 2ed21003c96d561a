// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { createTestDatabase } from '../../testing/test-database.ts'
import type { Db } from './database.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

const makes = (table: string): Migration => ({
  up: async (db: Db) => {
    await sql`create table ${sql.table(table)} (id int)`.execute(db)
  },
})

describe('migrating', () => {
  it('applies what is missing, once', async () => {
    const { db, close } = await createTestDatabase()
    const more = { ...migrations, '9001-a': makes('a'), '9002-b': makes('b') }
    expect(await migrate(db, more)).toEqual(['9001-a', '9002-b'])
    expect(await migrate(db, more)).toEqual([])
    await close()
  })

  it('is done once by two processes that start together', async () => {
    const first = await createTestDatabase()
    const second = openDatabase(first.url)
    const more = { ...migrations, '9001-a': makes('a') }
    const applied = await Promise.all([migrate(first.db, more), migrate(second.db, more)])
    expect(applied.flat()).toEqual(['9001-a'])
    await second.close()
    await first.close()
  })

  it('leaves the database as it was when one fails, and names it', async () => {
    const { db, close } = await createTestDatabase()
    const faulty: Migration = {
      up: async (tx: Db) => void (await sql`select nothing from nowhere`.execute(tx)),
    }
    await expect(migrate(db, { ...migrations, '9001-a': makes('a'), '9002-faulty': faulty })).rejects.toThrow(
      '9002-faulty',
    )
    expect((await sql<{ a: null }>`select to_regclass('a') as a`.execute(db)).rows).toEqual([{ a: null }])
    await close()
  })

  it('refuses a database that a newer version has migrated', async () => {
    const { db, close } = await createTestDatabase()
    await migrate(db, { ...migrations, '9001-a': makes('a') })
    await expect(migrate(db, migrations)).rejects.toThrow('9001-a')
    await close()
  })
})
