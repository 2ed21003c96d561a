// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './lib/browser.mjs'
import { ensureWebBuilt } from './lib/build-web.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { runOnSystemPostgres, runPlaywright, runScript, runVitest } from './lib/suites.mjs'

/** `npm test`: everything that must hold, on a bare machine too. The last line is the sum of all suites. */
await ensureInstalled()
await ensureWebBuilt()

const results = [runScript('types'), runScript('lint'), runVitest(), ...runOnSystemPostgres()]
if (existsSync(join(root, 'playwright.config.ts'))) results.push(runPlaywright(await findBrowser()))

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
for (const { name, passed, failed } of results)
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed\n`)
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`)
process.exit(sum('failed') === 0 ? 0 : 1)
