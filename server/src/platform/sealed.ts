// SPDX-License-Identifier: MIT
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** The keys of an installation: the one that seals, and the one it replaces, which still opens. */
export type SealingKeys = { readonly secretKey: string; readonly formerSecretKey?: string | undefined }

const keyIdBytes = 8
const nonceBytes = 12
const tagBytes = 16

/**
 * Encrypts a secret that has to be read again: AES-256-GCM under a key derived for this use alone. The box begins with
 * the name of the key, so that another can replace it: see `reseal`.
 */
export function seal({ secretKey }: SealingKeys, use: string, secret: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secretKey, use), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([keyId(secretKey, use), nonce, cipher.getAuthTag(), sealed])
}

/** The secret again. Throws when no key of the installation sealed it, or the bytes were touched. */
export function unseal(keys: SealingKeys, use: string, box: Buffer): string {
  const named = knownKeys(keys).find((key) => keyId(key, use).equals(box.subarray(0, keyIdBytes)))
  if (named !== undefined) return open(keyFor(named, use), box.subarray(keyIdBytes))
  return openUnnamed(keys, use, box)
}

/** The same secret under the key of today; nothing when it is there already. */
export function reseal(keys: SealingKeys, use: string, box: Buffer): Buffer | undefined {
  if (keyId(keys.secretKey, use).equals(box.subarray(0, keyIdBytes))) return undefined
  return seal(keys, use, unseal(keys, use, box))
}

/** Boxes made before they named their key: each key is tried, and the tag tells the right one. */
function openUnnamed(keys: SealingKeys, use: string, box: Buffer): string {
  let failure: unknown
  for (const key of knownKeys(keys)) {
    try {
      return open(keyFor(key, use), box)
    } catch (error) {
      failure = error
    }
  }
  throw new Error('a secret was sealed by another key, or touched', { cause: failure })
}

function open(key: Buffer, box: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAuthTag(box.subarray(nonceBytes, nonceBytes + tagBytes))
  const sealed = box.subarray(nonceBytes + tagBytes)
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8')
}

const knownKeys = ({ secretKey, formerSecretKey }: SealingKeys) =>
  formerSecretKey === undefined ? [secretKey] : [secretKey, formerSecretKey]

/** Names a key without telling anything of it: a digest of what is derived from it. */
function keyId(secretKey: string, use: string): Buffer {
  return createHash('sha256').update('key id').update(keyFor(secretKey, use)).digest().subarray(0, keyIdBytes)
}

function keyFor(secretKey: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', use, 32))
}
