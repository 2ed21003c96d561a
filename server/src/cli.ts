// SPDX-License-Identifier: MIT
import { commands } from './commands.ts'
import { runCommand } from './platform/cli/run-command.ts'
import { readConfig } from './platform/config/config.ts'
import { createLifetime } from './platform/lifetime.ts'
import { createLog } from './platform/log.ts'
import { requireNode } from './platform/node-version.ts'
import { StartError } from './platform/start-error.ts'

const log = createLog('warn')
const lifetime = createLifetime(log)
try {
  requireNode(process.version)
  const needs = { config: readConfig(process.env), log, lifetime }
  const { output, ok } = await runCommand(process.argv.slice(2), commands, needs)
  const stream = ok ? process.stdout : process.stderr
  stream.write(`${output}\n`)
  process.exitCode = ok ? 0 : 1
} catch (error) {
  const text = error instanceof StartError || !(error instanceof Error) ? String(error) : error.stack
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
} finally {
  await lifetime.end()
}
