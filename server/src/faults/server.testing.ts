// SPDX-License-Identifier: MIT
import { flushCompileCache } from 'node:module'
import { startApp } from '../app.ts'
import { readConfig } from '../platform/config/config.ts'
import { createLifetime } from '../platform/lifetime.ts'
import { createLog } from '../platform/log.ts'
import { club } from '../testing/club.ts'

/* A server as a process of its own, to be killed: `node server.testing.ts`, configured by its environment. */

const config = readConfig(process.env)
const log = createLog(config.logLevel)
const { address } = await startApp(config, log, createLifetime(log), [{ solution: club }])
// Killed, it would not leave to the next one what Node has compiled.
flushCompileCache()
process.stdout.write(`${address}\n`)
