// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../platform/cli/run-command.ts'
import { readConfig } from '../platform/config/config.ts'
import { createLifetime } from '../platform/lifetime.ts'
import { silentLog } from '../platform/log.ts'
import { commands } from './index.ts'

/** The command line of an installation, in a folder of its own. */
export type Desk = {
  readonly folder: string
  /** Runs a command as a process of its own would: opens all that it needs, and ends it. */
  run(...argv: string[]): Promise<{ output: string; ok: boolean }>
  remove(): void
}

export function commandsOn(
  databaseUrl: string,
  {
    environment = {},
    solutionsFolder,
  }: { environment?: Record<string, string>; solutionsFolder?: string } = {},
): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-commands-'))
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(folder, 'data'),
    SECRET_KEY: 'a secret for tests, long enough to be one',
    ...environment,
  })
  return {
    folder,
    run: async (...argv) => {
      const lifetime = createLifetime(silentLog)
      const needs = { config, log: silentLog, lifetime, solutionsFolder: solutionsFolder ?? folder }
      try {
        return await runCommand(argv, commands, needs)
      } finally {
        await lifetime.end()
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
