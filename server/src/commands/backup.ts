// SPDX-License-Identifier: MIT
import { access, constants } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { migrations } from '../migrations/index.ts'
import { makeBackup, restoreBackup } from '../modules/backup/index.ts'
import { recordEvent } from '../modules/events/index.ts'
import { inBoth, Refused } from '../platform/cli/refused.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { keptSecretKey } from '../platform/config/secret-key.ts'
import { createJobs } from '../platform/jobs/jobs.ts'
import { borrowDatabase } from '../platform/postgres/provide-database.ts'
import { openStorage } from '../platform/storage/open-storage.ts'
import { backupMessages, restoreRefusals } from './backup-messages.ts'
import { tellJournal } from './journal.ts'
import { type CommandNeeds, type GuichetCommand, openInstallation } from './needs.ts'
import { requireNoServer } from './running-server.ts'

const backupCommand: GuichetCommand = {
  summary: {
    fr: 'Sauvegarde tout, même en service, dans un fichier neuf (ou un dossier, qui en reçoit un à la date du jour).',
    en: 'Saves everything, also while running, to a new file (or a folder, which gets one named by the date).',
  },
  usage: '<folder or file>',
  words: [1, 1],
  run: async ({ words: [target = ''] }, needs) => {
    const { context, url } = await openInstallation(needs)
    const made = await makeBackup(context, { url, target: resolve(target) }).catch((error: unknown) => {
      throw refusedTarget(error, target)
    })
    if (!made.ok) throw new Refused(backupMessages.exists, { file: target })
    const { lost, ...figures } = made.backup
    return [
      inBoth(backupMessages.made, figures),
      inBoth(backupMessages['secret-apart'], { where: secretPlace(needs.config) }),
      ...tellLost(lost),
    ].join('\n')
  },
}

const restoreCommand: GuichetCommand = {
  summary: {
    fr: 'Rétablit une sauvegarde dans une installation vide, et la vérifie.',
    en: 'Restores a backup to an empty installation, and verifies it.',
  },
  usage: '<file>',
  words: [1, 1],
  run: async ({ words: [file = ''] }, needs) => {
    await access(file, constants.R_OK).catch(() => {
      throw new Refused(backupMessages['no-file'], { file })
    })
    const restored = await restore(resolve(file), needs)
    const { context } = await openInstallation({ ...needs, config: restored.config })
    const { madeAt, rows, files } = restored
    await context.db
      .transaction()
      .execute((tx) =>
        recordEvent(tx, context, { kind: 'backup.restored', payload: { madeAt, rows, files } }),
      )
    const where = secretPlace(needs.config)
    return [
      inBoth(backupMessages.restored, { madeAt, rows, files }),
      ...(restored.sameSecret ? [] : [inBoth(backupMessages['other-secret'], { where })]),
      ...tellLost(restored.lost),
      await tellJournal(context),
    ].join('\n')
  },
}

export const backupCommands = { backup: backupCommand, restore: restoreCommand }

/** Restores, and leaves the database running for what follows: the configuration returned names it. */
async function restore(file: string, { config, log, lifetime }: CommandNeeds) {
  const { url, stop } = await borrowDatabase({ ...config, log })
  lifetime.add('database server', stop)
  await requireNoServer(url)
  const outcome = await restoreBackup(
    {
      url,
      storage: await openStorage(config, systemClock),
      secretKey: config.secretKey ?? (await keptSecretKey(config.dataDir)),
      now: systemClock.now(),
      migrations,
      openJobs: async () => {
        const jobs = createJobs({ url, log, handles: false })
        await jobs.start()
        lifetime.add('jobs of the restored database', () => jobs.stop())
        return jobs
      },
    },
    file,
  )
  if (!outcome.ok) throw new Refused(restoreRefusals[outcome.refusal], { file, what: outcome.what })
  return { ...outcome, config: { ...config, databaseUrl: url } }
}

function tellLost(lost: readonly string[]): string[] {
  if (lost.length === 0) return []
  return [inBoth(backupMessages.lost, { count: lost.length }), ...lost.map((sha256) => `  ${sha256}`)]
}

function secretPlace({ secretKey, dataDir }: Config): string {
  return secretKey === undefined ? join(dataDir, 'secret') : 'SECRET_KEY'
}

/** A place that cannot be written is the operator's to choose again; anything else is told as it is. */
function refusedTarget(error: unknown, file: string): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const { code } = cause as { code?: unknown }
  const isPlace =
    typeof code === 'string' && ['ENOENT', 'EACCES', 'ENOTDIR', 'EROFS', 'EISDIR'].includes(code)
  return isPlace ? new Refused(backupMessages['target-refused'], { file, reason: code }) : error
}
