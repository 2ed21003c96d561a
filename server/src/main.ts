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
  const starting = findShippedSolutions(join(import.meta.dirname, '../../solutions')).then((shipped) =>
    startApp(config, log, lifetime, shipped),
  )
  // Asked to stop while it still starts: it is cut at its next part, which is then stopped too.
  stopOnSignal(async () => {
    await lifetime.end()
    await starting.catch(() => {})
    await lifetime.end()
  }, log)
  await starting.then(
    ({ demonstration, firstCode }) => {
      const address = config.publicUrl
      process.stdout.write(
        startNotice({ address, outbox: `${address}/studio/envois`, demonstration, firstCode }),
      )
    },
    async (error: unknown) => {
      if (lifetime.isEnding) return
      await lifetime.end()
      throw error
    },
  )
} catch (error) {
  process.stderr.write(`${error instanceof StartError ? error.message : describe(error)}\n`)
  process.exit(1)
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
