// SPDX-License-Identifier: MIT
import { ensureInstalled } from './lib/install.mjs'
import { runAndExit } from './lib/run.mjs'

/**
 * `npm run bench`: the measures of docs/performance.md. `npm run bench -- counters`, `npm run bench -- bulk` and
 * `npm run bench -- streets` take those of the dashboards, of one action on many requests and of addresses; `npm run bench --
 * costs` what one request costs, whatever else the machine does.
 */
await ensureInstalled()
const [first, ...others] = process.argv.slice(2)
const isNamed = ['counters', 'bulk', 'costs', 'streets'].includes(first)
runAndExit(`bench/${isNamed ? first : 'run'}.ts`, isNamed ? others : process.argv.slice(2))
