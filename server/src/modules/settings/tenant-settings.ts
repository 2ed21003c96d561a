// SPDX-License-Identifier: MIT
import { type BodySettings, bodySettings } from '@guichet/engine'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Tenant } from '../../platform/tenant.ts'

/** A body that has said nothing of itself yet. */
const unnamed: BodySettings = {
  name: 'Guichet',
  tagline: { fr: 'Démarches en ligne', en: 'Services on line' },
  email: 'guichet@localhost.example',
  phone: '',
  address: [],
  openingHours: { fr: [], en: [] },
  brandColour: '#0b4f6c',
  timeZone: 'Europe/Paris',
}

type SettingsTables = { settings: { key: string; value: unknown } }

/** The body of this installation. The address of the installation and its mail sender are the operator's to say. */
export async function loadTenant(
  db: Db | Tx,
  { publicUrl, mailFrom }: { publicUrl: string; mailFrom?: string | undefined },
): Promise<Tenant> {
  const value = await readSetting(db, 'body')
  const body = value === undefined ? unnamed : bodySettings.parse(value)
  return { ...body, publicUrl, sender: mailFrom ?? body.email }
}

export async function saveBody(db: Db | Tx, body: BodySettings): Promise<void> {
  await writeSetting(db, 'body', bodySettings.parse(body))
}

/** A value kept under a name, as JSON; `undefined` when there is none. */
export async function readSetting(db: Db | Tx, key: string): Promise<unknown> {
  const row = await db
    .withTables<SettingsTables>()
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value
}

export async function writeSetting(db: Db | Tx, key: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value)
  await db
    .withTables<SettingsTables>()
    .insertInto('settings')
    .values({ key, value: json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json }))
    .execute()
}
