// SPDX-License-Identifier: MIT
import { ensureWebBuilt } from './lib/build-web.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runAndExit } from './lib/run.mjs'

/** `npm start`: installs what is missing, builds the pages when they changed, and runs the server. */
await ensureInstalled()
await ensureWebBuilt()
runAndExit('server/src/main.ts')
