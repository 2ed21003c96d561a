// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { StartError } from '../start-error.ts'
import { canEnter, type SystemUser } from './system-user.ts'

/** Where one embedded PostgreSQL keeps what it needs. */
export type Place = {
  /** Contains the others, but the socket folder when its path would be too long. */
  folder: string
  cluster: string
  socketFolder: string
  logFile: string
}

/** Longest path of a Unix socket on Linux is 107 bytes, on macOS 103; ours ends in `/.s.PGSQL.5432`. */
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length

/** Used by root when the data folder lies where the database's account may not enter (`/root`, a private home). */
const sharedPlace = '/var/lib/guichet'

/**
 * Makes the folders of the embedded PostgreSQL for the data folder `dataDir` and gives them to `user`.
 * The same `dataDir` always leads to the same place.
 */
export function preparePlace(dataDir: string, user: SystemUser | undefined, fallback = sharedPlace): Place {
  const own = resolve(dataDir)
  mkdirSync(own, { recursive: true })
  const folder = canEnter(own, user)
    ? join(own, 'postgres')
    : join(fallback, `${basename(own)}-${fingerprint(own)}`)
  makePrivate(folder, user)
  const inside = join(folder, 'socket')
  const socketFolder =
    Buffer.byteLength(inside) <= longestSocketFolder
      ? inside
      : join(tmpdir(), `guichet-${fingerprint(folder)}`)
  makePrivate(socketFolder, user)
  return { folder, cluster: join(folder, 'cluster'), socketFolder, logFile: join(folder, 'postgres.log') }
}

/**
 * A folder that only `user` may enter. One that exists under another owner is refused: in a shared temporary
 * folder somebody could have made it first in order to listen.
 */
function makePrivate(folder: string, user: SystemUser | undefined): void {
  try {
    makeParent(dirname(folder))
    if (made(folder) && user) chownSync(folder, user.uid, user.gid)
    const found = lstatSync(folder)
    const wanted = user?.uid ?? process.getuid?.()
    if (!found.isDirectory() || (wanted !== undefined && found.uid !== wanted))
      throw new Error('foreign folder')
  } catch (cause) {
    throw new StartError('postgres-folder', { folder }, cause)
  }
}

/** Whatever our umask is: `user` passes through it. */
function makeParent(parent: string): void {
  if (mkdirSync(parent, { recursive: true })) chmodSync(parent, 0o755)
}

function made(folder: string): boolean {
  return mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined
}

function fingerprint(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 10)
}
