// SPDX-License-Identifier: MIT
import type { Readable } from 'node:stream'

/** Where blobs rest. Each kind keeps the same promises, held by one test. */
export type BlobPlace = {
  /** Takes the complete file over (moves or copies it) under that name, wholly or not at all. */
  keep(file: string, sha256: string, size: number): Promise<void>
  open(sha256: string): Promise<Readable>
  has(sha256: string): Promise<boolean>
  /** Does nothing when there is no such blob. */
  remove(sha256: string): Promise<void>
  check(): Promise<void>
}
