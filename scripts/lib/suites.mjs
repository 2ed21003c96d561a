// SPDX-License-Identifier: MIT
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { node } from './install.mjs'
import { root } from './root.mjs'
import { findSystemPostgres, withSystemPostgres } from './system-postgres.mjs'

/** Runs scripts of package.json side by side, each as one check: passed or failed. Their outputs follow one another. */
export function runScripts(names) {
  return Promise.all(names.map(runScript))
}

async function runScript(name) {
  const child = spawn(node, ['--run', name], { ...options(), stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  const output = await Promise.all([text(child.stdout), text(child.stderr)])
  const [status] = await ended
  process.stdout.write(output.join(''))
  return { name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
}

/** Unit and server tests. A run that breaks outside its tests counts as a failure. */
export function runVitest({ name = 'vitest', args = [], env = {} } = {}) {
  return withReport(name, (report) => {
    const { status } = run(
      [
        program('vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...args,
      ],
      env,
    )
    const { numPassedTests: passed, numFailedTests: failed } = readReport(report, {
      numPassedTests: 0,
      numFailedTests: 0,
    })
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed }
  })
}

/**
 * The server tests that the database can make a difference to, once more on the PostgreSQL of the system when it has
 * one. Left out: those that bring their own server, and the password hashes, which take minutes and no SQL.
 */
export function runOnSystemPostgres() {
  const found = findSystemPostgres()
  if (!found) return []
  const args = [
    ...['--project', 'server'],
    ...['server/src/modules', 'server/src/platform/db', 'server/src/platform/http/problems'],
    ...['--exclude', '**/killed.test.ts', '--exclude', '**/accounts/**'],
  ]
  return [
    withSystemPostgres(found, (url) =>
      runVitest({ name: `postgresql ${found.version}`, args, env: { TEST_DATABASE_URL: url } }),
    ),
  ]
}

/** Browser tests, with the browser found; all, or those that `args` select. */
export function runPlaywright(browser, args = []) {
  return withReport('playwright', (report) => {
    const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const { status } = run(
      [program('@playwright/test', 'cli.js'), 'test', '--reporter=list,json', ...args],
      env,
    )
    const { stats } = readReport(report, { stats: { expected: 0, flaky: 0, unexpected: 0 } })
    const { expected, flaky, unexpected } = stats
    return { passed: expected + flaky, failed: unexpected === 0 && status !== 0 ? 1 : unexpected }
  })
}

function withReport(name, act) {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-report-'))
  try {
    return { name, ...act(join(folder, 'report.json')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file, none) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return none
  }
}

function program(name, entry) {
  return join(root, 'node_modules', name, entry)
}

function run(args, extra = {}) {
  return spawnSync(node, args, { ...options(extra), stdio: 'inherit' })
}

function options(extra = {}) {
  const PATH = `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`
  return { cwd: root, env: { ...process.env, PATH, CI: '1', ...extra } }
}
