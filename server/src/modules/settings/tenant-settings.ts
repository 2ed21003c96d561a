// SPDX-License-Identifier: MIT
import { z } from 'zod'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Tenant } from '../../platform/tenant.ts'

const lines = z.array(z.string().min(1).max(200)).max(10)

/** What a body says of itself, as it is kept. The address of the installation is not the body's to say. */
export const tenantSettings = z.object({
  name: z.string().min(1).max(120),
  tagline: z.object({ fr: z.string().max(120), en: z.string().max(120) }),
  email: z.email(),
  phone: z.string().max(30),
  address: lines,
  openingHours: z.object({ fr: lines, en: lines }),
  brandColour: z.string().regex(/^#[0-9a-f]{6}$/i),
  timeZone: z.string().min(1),
})
export type TenantSettings = z.infer<typeof tenantSettings>

/** A body that has said nothing of itself yet. */
const unnamed: TenantSettings = {
  name: 'Guichet',
  tagline: { fr: 'Démarches en ligne', en: 'Procedures on line' },
  email: 'guichet@localhost.example',
  phone: '',
  address: [],
  openingHours: { fr: [], en: [] },
  brandColour: '#0b4f6c',
  timeZone: 'Europe/Paris',
}

type SettingsTables = { settings: { key: string; value: unknown } }
const key = 'tenant'

/** The body of this installation. */
export async function loadTenant(db: Db | Tx, publicUrl: string): Promise<Tenant> {
  const row = await db
    .withTables<SettingsTables>()
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return { ...(row ? tenantSettings.parse(row.value) : unnamed), publicUrl }
}

export async function saveTenant(db: Db | Tx, settings: TenantSettings): Promise<void> {
  const value = JSON.stringify(tenantSettings.parse(settings))
  await db
    .withTables<SettingsTables>()
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
