// SPDX-License-Identifier: MIT
import { createReadStream } from 'node:fs'
import { S3Client } from '@aws-sdk/client-s3'
import { Disk, errors } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import { problem, problemFrom } from '../http/problems.ts'
import type { BlobPlace } from './blob-place.ts'

export type S3Settings = {
  endpoint?: string | undefined
  region: string
  bucket: string
  accessKey: string
  secretKey: string
}

/**
 * Blobs as objects of an S3-compatible bucket. A blob is sent once complete, with its length: an object is there whole
 * or not at all.
 */
export function s3Place(settings: S3Settings): BlobPlace {
  const disk = new Disk(
    new S3Driver({
      client: createClient(settings),
      bucket: settings.bucket,
      visibility: 'private',
      supportsACL: false,
    }),
  )
  const pathOf = (sha256: string) => `blobs/${sha256.slice(0, 2)}/${sha256}`
  return {
    keep: (file, sha256, size) =>
      disk.putStream(pathOf(sha256), createReadStream(file), { contentLength: size }).catch(rethrow),
    open: async (sha256) => {
      if (!(await disk.exists(pathOf(sha256)).catch(rethrow))) throw problem('not-found')
      return disk.getStream(pathOf(sha256)).catch(rethrow)
    },
    has: (sha256) => disk.exists(pathOf(sha256)).catch(rethrow),
    remove: (sha256) => disk.delete(pathOf(sha256)).catch(rethrow),
    // Asking for an object that is not there proves address, bucket and key.
    check: async () => {
      await disk.exists('blobs/check').catch(rethrow)
    },
  }
}

function createClient({ endpoint, region, accessKey, secretKey }: S3Settings): S3Client {
  return new S3Client({
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // Every server of one's own answers by path; only Amazon insists on the bucket in the host name.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    // Checksums sent in a chunked body are Amazon's own; other servers store them as if they were content.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
  })
}

/** flydrive wraps the vendor's errors: what matters is that files cannot be reached. */
function rethrow(error: unknown): never {
  throw problemFrom(error instanceof errors.E_CANNOT_WRITE_FILE ? error.cause : error, 'storage-unavailable')
}
