// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './lib/browser.mjs'
import { ensureWebBuilt } from './lib/build-web.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { runOnSystemPostgres, runPlaywright, runScripts, runVitest } from './lib/suites.mjs'

/** `npm test`: everything that must hold, on a bare machine too. The last line is the sum of all suites. */
await ensureInstalled()
await ensureWebBuilt()

const suites = [
  () => runScripts(['types', 'lint']),
  () => [runVitest()],
  () => runOnSystemPostgres(),
  async () => (existsSync(join(root, 'playwright.config.ts')) ? [runPlaywright(await findBrowser())] : []),
]
const results = []
for (const suite of suites) {
  const from = performance.now()
  const done = await suite()
  const seconds = Math.round((performance.now() - from) / 1000)
  results.push(...done.map((result) => ({ ...result, seconds })))
}

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
for (const { name, passed, failed, seconds } of results)
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`)
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`)
process.exit(sum('failed') === 0 ? 0 : 1)
