// SPDX-License-Identifier: MIT
import { type BodySettings, bodySettings } from '@guichet/engine'
import { announceForget } from '../../platform/db/announce.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Tenant } from '../../platform/tenant.ts'

/** A body that has said nothing of itself yet. */
export const unnamed: BodySettings = {
  name: 'Guichet',
  tagline: { fr: 'Démarches en ligne', en: 'Services on line' },
  email: 'guichet@localhost.example',
  phone: '',
  address: [],
  openingHours: { fr: [], en: [] },
  brandColour: '#0b4f6c',
  timeZone: 'Europe/Paris',
}

/** Under this key every process is told that what the body says of itself has changed. */
export const bodyKey = 'body'

type SettingsTables = { settings: { key: string; value: unknown } }

/** What of a tenant is the operator's to say. */
export type Installation = { readonly publicUrl: string; readonly mailFrom?: string | undefined }

/** What the body says of itself, `undefined` before anybody has said anything. */
export async function readBody(db: Db | Tx): Promise<BodySettings | undefined> {
  const value = await readSetting(db, bodyKey)
  return value === undefined ? undefined : bodySettings.parse(value)
}

/** The body of this installation. The address of the installation and its mail sender are the operator's to say. */
export async function loadTenant(db: Db | Tx, { publicUrl, mailFrom }: Installation): Promise<Tenant> {
  const body = (await readBody(db)) ?? unnamed
  return { ...body, publicUrl, sender: mailFrom ?? body.email }
}

/** Keeps what the body says of itself, and tells every process that it has changed. */
export async function saveBody(db: Db | Tx, body: BodySettings): Promise<void> {
  await writeSetting(db, bodyKey, bodySettings.parse(body))
  await announceForget(db, bodyKey)
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

/** Under this setting a demonstration says that it is what the installation holds. */
export const demonstrationKey = 'demonstration'

/** Whether what is held is a demonstration: invented people, and passwords that are public. */
export async function isDemonstration({ db }: { readonly db: Db | Tx }): Promise<boolean> {
  return (await readSetting(db, demonstrationKey)) !== undefined
}
