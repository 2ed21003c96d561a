// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, type CollectionRef, type HeldRole, nobody, type Solution, system } from '@guichet/engine'
import { createCache } from '../platform/cache.ts'
import { type FixedClock, fixedClock } from '../platform/clock.ts'
import { actingAs, type Context, type Platform } from '../platform/context.ts'
import { uuidV7Ids } from '../platform/ids.ts'
import { createJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log.ts'
import { folderPlace } from '../platform/storage/folder-place.ts'
import { createStorage } from '../platform/storage/storage.ts'
import type { Tenant } from '../platform/tenant.ts'
import { definitionsOf, installSolution } from '../modules/definitions/index.ts'
import { createEntry } from '../modules/entries/index.ts'
import { loadTenant } from '../modules/settings/index.ts'
import { club } from './club.ts'
import { createTestDatabase } from './test-database.ts'

/** A body with its database, its files and its clock, where tests act as people who have names. */
export type TestTenant = {
  readonly platform: Platform
  readonly clock: FixedClock
  readonly url: string
  /** The context of somebody. */
  as(actor: Actor): Context
  readonly system: Context
  readonly nobody: Context
  /** A person of the directory, with the roles held in organisations: `{ secretary: officeId }`. */
  person(name: string, roles?: Readonly<Record<string, string>>): Promise<Extract<Actor, { kind: 'person' }>>
  /** A body of the directory. */
  organisation(name: string, values?: Readonly<Record<string, unknown>>): Promise<string>
  /** An entry created by the system, whatever is required. */
  entry(collection: CollectionRef, values: Readonly<Record<string, unknown>>, owner?: string): Promise<string>
  close(): Promise<void>
}

export const testTenant: Tenant = {
  name: 'Club de Plassans',
  tagline: { fr: 'Licences en ligne', en: 'Licences on line' },
  email: 'club@plassans.example',
  sender: 'club@plassans.example',
  phone: '01 99 00 41 00',
  address: ['Place de la Sous-Préfecture'],
  openingHours: { fr: ['Lundi au vendredi'], en: ['Monday to Friday'] },
  brandColour: '#0b4f6c',
  timeZone: 'Europe/Paris',
  publicUrl: 'http://localhost:3000',
}

/** Noon in Paris, a Saturday. */
const start = '2026-11-21T11:00:00Z'

/**
 * A new body on a database of its own, with these solutions installed (the club unless told). Jobs are queued for
 * real; `start: true` also handles them.
 */
export async function aTenant({
  solutions = [club],
}: { solutions?: readonly Solution[] } = {}): Promise<TestTenant> {
  const database = await createTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'guichet-files-'))
  const clock = fixedClock(start)
  const jobs = createJobs({ url: database.url, log: silentLog, handles: false })
  await jobs.start()
  let tenant = testTenant
  const platform: Platform = {
    db: database.db,
    storage: await createStorage(folderPlace(join(folder, 'blobs')), join(folder, 'spool'), clock),
    jobs,
    clock,
    ids: uuidV7Ids(),
    log: silentLog,
    cache: createCache(),
    get tenant() {
      return tenant
    },
    refreshTenant: async () => {
      tenant = await loadTenant(database.db, testTenant)
    },
    secretKey: 'a secret for tests, long enough to be one',
  }
  const asSystem = actingAs(platform, system)
  for (const solution of solutions) await installSolution(asSystem, solution, 'tests')

  async function entry(collection: CollectionRef, values: Readonly<Record<string, unknown>>, owner?: string) {
    const request = { collection, values, required: 'none' as const, owner: owner ?? null }
    return (await createEntry(asSystem, request)).id
  }

  return {
    platform,
    clock,
    url: database.url,
    as: (actor) => actingAs(platform, actor),
    system: asSystem,
    nobody: actingAs(platform, nobody()),
    entry,
    organisation: async (name, values = {}) => {
      const { ref, names } = await identityOf(platform, 'organisation')
      return entry(ref, { [names.name]: name, [names.email]: mailboxOf(name), ...values })
    },
    person: async (name, roles = {}) => {
      const { ref, names, solution } = await identityOf(platform, 'person')
      const id = await entry(ref, { [names.name]: name, [names.email]: mailboxOf(name) })
      const held: HeldRole[] = Object.entries(roles).map(([role, organisation]) => ({
        role: role.includes('.') ? role : `${solution}.${role}`,
        organisation,
      }))
      await recordMemberships(platform, entry, id, held)
      return { kind: 'person', personId: id, name, email: mailboxOf(name), locale: 'fr', roles: held }
    },
    close: async () => {
      await jobs.stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function identityOf(platform: Platform, kind: 'person' | 'organisation') {
  const found = (await definitionsOf(platform)).identity
  if (!found) throw new Error('no installed solution provides the identity')
  const names = found.identity[kind]
  const ref: CollectionRef = `${found.solution}.${names.collection}`
  return { ref, names, solution: found.solution }
}

async function recordMemberships(
  platform: Platform,
  entry: TestTenant['entry'],
  person: string,
  roles: readonly HeldRole[],
): Promise<void> {
  const found = (await definitionsOf(platform)).identity
  if (!found) return
  const names = found.identity.membership
  for (const { role, organisation } of roles) {
    await entry(`${found.solution}.${names.collection}`, {
      [names.person]: person,
      [names.organisation]: organisation,
      [names.role]: role,
    })
  }
}

/** `Élise Courrière` → `elise.courriere@plassans.example`. */
function mailboxOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['nobody']
  return `${words.join('.')}@plassans.example`
}
