// SPDX-License-Identifier: MIT
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { folderPlace } from './folder-place.ts'
import type { S3Settings } from './s3-place.ts'
import { type BlobStorage, createStorage } from './storage.ts'

export type StorageSettings = { readonly dataDir: string; readonly s3: S3Settings | undefined }

/** The configured storage: a bucket, or a folder of the data. */
export async function openStorage({ dataDir, s3 }: StorageSettings, clock: Clock): Promise<BlobStorage> {
  const blobs = join(dataDir, 'blobs')
  const place = s3 ? await bucket(s3) : folderPlace(join(blobs, 'kept'))
  return createStorage(place, join(blobs, 'incoming'), clock)
}

/** Loaded when it is used: the client of S3 is a tenth of the time the server takes to start. */
async function bucket(s3: S3Settings) {
  const { s3Place } = await import('./s3-place.ts')
  return s3Place(s3)
}
