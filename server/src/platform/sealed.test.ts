// SPDX-License-Identifier: MIT
import { createCipheriv, hkdfSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { reseal, seal, unseal } from './sealed.ts'

const keys = { secretKey: 'the key of this installation, long enough' }
const rotated = { secretKey: 'the next key of this installation, as long', formerSecretKey: keys.secretKey }

it('gives the secret back under the same key and use', () => {
  const box = seal(keys, 'webhook', 'whsec_été')
  expect(unseal(keys, 'webhook', box)).toBe('whsec_été')
  expect(box.toString('utf8')).not.toContain('whsec')
})

it('seals the same secret differently each time', () => {
  expect(seal(keys, 'webhook', 'x').equals(seal(keys, 'webhook', 'x'))).toBe(false)
})

it('opens nothing under another key, for another use, cut short or touched', () => {
  const box = seal(keys, 'webhook', 'whsec')
  const touched = Buffer.from(box)
  touched[touched.length - 1] = (touched.at(-1) ?? 0) ^ 1
  expect(() => unseal({ secretKey: 'another key' }, 'webhook', box)).toThrow()
  expect(() => unseal(keys, 'another use', box)).toThrow()
  expect(() => unseal(keys, 'webhook', touched)).toThrow()
  expect(() => unseal(keys, 'webhook', box.subarray(0, 12))).toThrow()
})

it('goes on opening what the former key sealed, and moves it to the key of today once', () => {
  const box = seal(keys, 'webhook', 'whsec')
  expect(unseal(rotated, 'webhook', box)).toBe('whsec')
  const moved = reseal(rotated, 'webhook', box)
  expect(moved && unseal({ secretKey: rotated.secretKey }, 'webhook', moved)).toBe('whsec')
  expect(moved && reseal(rotated, 'webhook', moved)).toBeUndefined()
})

it('opens a box of the time when boxes did not name their key', () => {
  const nonce = Buffer.alloc(12, 7)
  const key = Buffer.from(hkdfSync('sha256', keys.secretKey, '', 'webhook', 32))
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update('whsec', 'utf8'), cipher.final()])
  const box = Buffer.concat([nonce, cipher.getAuthTag(), sealed])
  expect(unseal(keys, 'webhook', box)).toBe('whsec')
  expect(unseal(rotated, 'webhook', box)).toBe('whsec')
})
