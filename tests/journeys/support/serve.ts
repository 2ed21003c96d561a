// SPDX-License-Identifier: MIT
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const root = join(import.meta.dirname, '../../..')
const patienceMs = 90_000

/**
 * Starts the product as people do, on an empty folder, once for all journeys; stops it after them, and fails the run
 * when the server logged a fault that no page told. A server that runs already, with the demonstration, serves when
 * `JOURNEYS_ADDRESS` and `JOURNEYS_DATA_DIR` name it.
 */
export default async function serve(): Promise<() => Promise<void>> {
  if (process.env['JOURNEYS_ADDRESS']) return async () => {}
  const folder = mkdtempSync(join(tmpdir(), 'guichet-journeys-'))
  // The account that runs PostgreSQL in root's place passes through it.
  chmodSync(folder, 0o755)
  const log = join(folder, 'server.log')
  const address = `http://localhost:${await freePort()}`
  const server = await start({ address, dataDir: join(folder, 'data'), log })
  process.env['JOURNEYS_ADDRESS'] = address
  process.env['JOURNEYS_DATA_DIR'] = join(folder, 'data')
  return async () => {
    await stop(server)
    const faults = faultsIn(log)
    rmSync(folder, { recursive: true, force: true })
    if (faults.length > 0) throw new Error(`The server logged faults:\n${faults.join('\n')}`)
  }
}

async function start({ address, dataDir, log }: { address: string; dataDir: string; log: string }) {
  const output = await open(log, 'w')
  const server = spawn(join(root, 'node_modules/node/bin/node'), [join(root, 'server/src/main.ts')], {
    // The channel tells the server of our death.
    stdio: ['ignore', output.fd, output.fd, 'ipc'],
    env: {
      ...cleanEnvironment(),
      PORT: new URL(address).port,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
    },
  })
  await output.close()
  const deadline = performance.now() + patienceMs
  while (!(await answers(address))) {
    if (server.exitCode !== null || performance.now() > deadline) {
      server.kill('SIGKILL')
      throw new Error(`The server did not start:\n${readFileSync(log, 'utf8')}`)
    }
    await delay(200)
  }
  return server
}

/** What is set for the developer's own server must not reach this one. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR, USER } = process.env
  return { PATH, HOME, LANG, TMPDIR, USER }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) throw new Error('The server ended before the journeys did')
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}

async function answers(address: string): Promise<boolean> {
  return fetch(`${address}/health`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** Lines of level `error` or above: a page that failed, a job that gave up. */
function faultsIn(log: string): string[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /"level":"?(50|60|error|fatal)\b/.test(line))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
