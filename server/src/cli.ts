// SPDX-License-Identifier: MIT
import { join } from 'node:path'
import { commands } from './commands/index.ts'
import { runCommand } from './platform/cli/run-command.ts'
import { readConfig } from './platform/config/config.ts'
import { createLifetime } from './platform/lifetime.ts'
import { createLog } from './platform/log.ts'
import { requireNode } from './platform/node-version.ts'
import { StartError } from './platform/start-error.ts'

// What a command prints may be captured by a script: the log goes elsewhere.
const log = createLog('warn', process.stderr)
const lifetime = createLifetime(log)
try {
  requireNode(process.version)
  const solutionsFolder = join(import.meta.dirname, '../../solutions')
  const needs = { config: readConfig(process.env), log, lifetime, solutionsFolder }
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
