// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder } from './faults.testing.ts'

/** A disk with room for very little. */
export type TinyDisk = {
  readonly path: string
  /** Takes all the room that is left. */
  fill(): void
  /** Gives it back. */
  free(): void
  /** Every file under a folder of it, by its path there. */
  files(folder: string): string[]
  remove(): void
}

/** A disk in memory, of that many bytes; `undefined` where this account may not mount one. */
export function aTinyDisk(bytes: number): TinyDisk | undefined {
  const path = aFolder('disk')
  chmodSync(path, 0o755)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0777`, 'tmpfs', path])
  if (mounted.status !== 0) {
    rmSync(path, { recursive: true })
    return undefined
  }
  const filler = join(path, 'filler')
  return {
    path,
    fill: () => {
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(4_096), { flag: 'a' })
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'ENOSPC') throw error
      }
    },
    free: () => rmSync(filler, { force: true }),
    files: (folder) =>
      readdirSync(join(path, folder), { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ name }) => name),
    remove: () => {
      spawnSync('umount', ['-l', path])
      rmSync(path, { recursive: true, force: true })
    },
  }
}
