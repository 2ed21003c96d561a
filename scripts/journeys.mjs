// SPDX-License-Identifier: MIT
import { findBrowser } from './lib/browser.mjs'
import { ensureWebBuilt } from './lib/build-web.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runPlaywright } from './lib/suites.mjs'

/** `npm run journeys`: the browser tests alone, or those that the arguments select; `npm run images` takes the pictures. */
await ensureInstalled()
await ensureWebBuilt()
const { passed, failed } = runPlaywright(await findBrowser(), process.argv.slice(2))
process.exit(failed === 0 && passed > 0 ? 0 : 1)
