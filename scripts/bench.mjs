// SPDX-License-Identifier: MIT
import { ensureInstalled } from './lib/install.mjs'
import { runAndExit } from './lib/run.mjs'

/**
 * `npm run bench`: the measures of docs/performance.md. `npm run bench -- counters` and `npm run bench -- bulk` take those
 * of the dashboards and of one action on many requests.
 */
await ensureInstalled()
const [first, ...others] = process.argv.slice(2)
const isNamed = first === 'counters' || first === 'bulk'
runAndExit(`bench/${isNamed ? first : 'run'}.ts`, isNamed ? others : process.argv.slice(2))
