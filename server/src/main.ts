// SPDX-License-Identifier: MIT
import { join } from 'node:path'
import { startApp } from './app.ts'
import { readConfig } from './platform/config/config.ts'
import { createLifetime } from './platform/lifetime.ts'
import { createLog } from './platform/log.ts'
import { requireNode } from './platform/node-version.ts'
import { startNotice } from './platform/start-notice.ts'
import { StartError } from './platform/start-error.ts'
import { findShippedSolutions } from './shipped-solution.ts'
import { stopOnSignal } from './platform/stop-on-signal.ts'

try {
  requireNode(process.version)
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const lifetime = createLifetime(log)
  stopOnSignal(() => lifetime.end(), log)
  const shipped = await findShippedSolutions(join(import.meta.dirname, '../../solutions'))
  await startApp(config, log, lifetime, shipped).catch(async (error: unknown) => {
    await lifetime.end()
    throw error
  })
  process.stdout.write(startNotice(config))
} catch (error) {
  process.stderr.write(`${error instanceof StartError ? error.message : describe(error)}\n`)
  process.exit(1)
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
