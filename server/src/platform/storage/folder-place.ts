// SPDX-License-Identifier: MIT
import { constants, createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { problem } from '../http/problems.ts'
import type { BlobPlace } from './blob-place.ts'
import { storageProblem } from './storage-problem.ts'

/** Blobs as read-only files of a folder, in 65 536 folders by their first two bytes. */
export function folderPlace(root: string): BlobPlace {
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    keep: (file, sha256) => moveDurably(file, pathOf(sha256)).catch(rethrow),
    open: async (sha256) => {
      const handle = await open(pathOf(sha256)).catch((error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? Promise.reject(problem('not-found')) : rethrow(error),
      )
      return createReadStream('', { fd: handle })
    },
    has: async (sha256) => (await stat(pathOf(sha256)).catch(absent)) !== undefined,
    remove: (sha256) => rm(pathOf(sha256), { force: true }).catch(rethrow),
    check: async () => {
      await mkdir(root, { recursive: true }).catch(rethrow)
      await access(root, constants.R_OK | constants.W_OK).catch(rethrow)
    },
  }
}

/** A rename is atomic; flushing the folder makes it survive a power cut. */
async function moveDurably(file: string, target: string): Promise<void> {
  const folder = dirname(target)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(file, target)
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
  throw storageProblem(error)
}

function rethrow(error: unknown): never {
  throw storageProblem(error)
}
