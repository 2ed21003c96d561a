// SPDX-License-Identifier: MIT
import { ensureInstalled } from './lib/install.mjs'
import { runAndExit } from './lib/run.mjs'

/** `npm run -s guichet -- <command>`: the operator's command line. */
await ensureInstalled()
runAndExit('server/src/cli.ts', process.argv.slice(2))
