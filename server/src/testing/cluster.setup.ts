// SPDX-License-Identifier: MIT
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { fleetingFolder } from '../../../scripts/lib/fleeting-folder.mjs'
import { openDatabase } from '../platform/db/database.ts'
import { prepareDatabase } from '../platform/db/prepare.ts'
import { createJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log.ts'
import { startPostgres } from '../platform/postgres/launcher.ts'
import { findPostmaster, isAlive, stopPostmaster } from '../platform/postgres/postmaster.ts'
import { createDatabaseFrom, dropDatabase, inDatabase } from './admin.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database from which others may be made and dropped. */
    adminUrl: string
    /** The name of the migrated, empty database that each test copies. */
    templateName: string
  }
}

/**
 * One PostgreSQL for the whole run: the embedded one in a folder that is gone afterwards, or the server of `TEST_DATABASE_URL`
 * (whose account may create databases). Its template is migrated once; a test file then copies it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const templateName = `guichet_template_${process.pid}`
  await createDatabaseFrom(server.adminUrl, templateName, 'template0')
  const template = openDatabase(inDatabase(server.adminUrl, templateName))
  await prepareDatabase(template)
  await template.close()
  await prepareJobs(template.url)
  project.provide('adminUrl', server.adminUrl)
  project.provide('templateName', templateName)
  return async () => {
    await dropDatabase(server.adminUrl, templateName)
    await server.stop()
  }
}

/** So that the queue of each test finds its tables. */
async function prepareJobs(url: string): Promise<void> {
  const jobs = createJobs({ url, log: silentLog, handles: false })
  await jobs.start()
  await jobs.stop()
}

async function testServer(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { adminUrl: given, stop: async () => {} }
  await removeOrphans()
  const dataDir = mkdtempSync(join(fleetingFolder(), `guichet-test-${process.pid}-`))
  // The account that runs PostgreSQL in root's place passes through it.
  chmodSync(dataDir, 0o755)
  const postgres = await startPostgres({ dataDir, log: silentLog, durable: false })
  return {
    adminUrl: postgres.url('postgres'),
    stop: async () => {
      await postgres.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A run that was killed leaves its cluster: the next one stops and removes it. */
async function removeOrphans(): Promise<void> {
  for (const parent of new Set([tmpdir(), fleetingFolder()])) await removeOrphansIn(parent)
}

async function removeOrphansIn(parent: string): Promise<void> {
  for (const name of readdirSync(parent)) {
    const owner = /^guichet-test-(\d+)-/.exec(name)?.[1]
    if (owner === undefined || isAlive(Number(owner))) continue
    const folder = join(parent, name)
    const postmaster = findPostmaster(join(folder, 'postgres', 'cluster'))
    if (postmaster !== undefined) await stopPostmaster(postmaster)
    // Another account's, which its next run will remove.
    attempt(() => rmSync(folder, { recursive: true, force: true }))
  }
}

function attempt(act: () => void): void {
  try {
    act()
  } catch {
    // Nothing depends on it.
  }
}
