// SPDX-License-Identifier: MIT
import { ensureInstalled } from './lib/install.mjs'
import { runAndExit } from './lib/run.mjs'

/** `npm run bench`: the measures of docs/performance.md. */
await ensureInstalled()
runAndExit('bench/run.ts', process.argv.slice(2))
