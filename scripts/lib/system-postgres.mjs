// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fleetingFolder } from './fleeting-folder.mjs'

/** Where Debian and its descendants install PostgreSQL, a folder a version. */
const versions = '/usr/lib/postgresql'
const oldestSupported = 15

/**
 * The oldest PostgreSQL of the system that the platform supports, as `{ version, bin }`; `undefined` when there is
 * none. Where it differs from the embedded one, the difference shows.
 */
export function findSystemPostgres() {
  if (!existsSync(versions)) return undefined
  const [version] = readdirSync(versions)
    .map(Number)
    .filter((one) => one >= oldestSupported && existsSync(join(versions, String(one), 'bin', 'postgres')))
    .sort((a, b) => a - b)
  return version === undefined ? undefined : { version, bin: join(versions, String(version), 'bin') }
}

/**
 * Runs `act` with the address of a server of that PostgreSQL, empty, on a socket in a folder that is gone
 * afterwards. PostgreSQL refuses root, whose place `nobody` takes.
 *
 * A run that is killed leaves it to the next one, which knows its folder by the name: see the set-up of the tests.
 */
export function withSystemPostgres({ bin }, act) {
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  const folder = mkdtempSync(join(fleetingFolder(), `guichet-test-${process.pid}-`))
  const cluster = join(folder, 'postgres', 'cluster')
  mkdirSync(join(folder, 'postgres'))
  for (const path of [folder, join(folder, 'postgres')]) {
    chmodSync(path, 0o755)
    if (user.uid !== undefined) chownSync(path, user.uid, user.gid)
  }
  const run = (program, ...args) =>
    execFileSync(join(bin, program), args, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const stop = () => {
    try {
      run('pg_ctl', '-D', cluster, '-m', 'immediate', '-w', 'stop')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  run('initdb', '-D', cluster, '-U', 'guichet', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=512MB -c max_connections=200`
  run('pg_ctl', '-D', cluster, '-l', join(folder, 'log'), '-o', settings, '-w', 'start')
  try {
    return act(`postgresql://guichet@localhost/postgres?host=${encodeURIComponent(folder)}`)
  } finally {
    stop()
  }
}

function idOf(kind) {
  return Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }))
}
