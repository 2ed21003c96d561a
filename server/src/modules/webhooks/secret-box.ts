// SPDX-License-Identifier: MIT
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/** Encrypts a secret that has to be read again: AES-256-GCM under a key derived for this use alone. */
export function sealSecret(secretKey: string, use: string, secret: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secretKey, use), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** The secret again. Throws when the key of the installation is another one, or the bytes were touched. */
export function openSecret(secretKey: string, use: string, box: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secretKey, use), box.subarray(0, nonceBytes))
  decipher.setAuthTag(box.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(box.subarray(nonceBytes + tagBytes)), decipher.final()]).toString(
    'utf8',
  )
}

function keyFor(secretKey: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', use, 32))
}
