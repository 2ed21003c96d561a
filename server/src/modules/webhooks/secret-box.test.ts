// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { openSecret, sealSecret } from './secret-box.ts'

const key = 'the key of this installation, long enough'

it('gives the secret back under the same key and use', () => {
  const box = sealSecret(key, 'webhook', 'whsec_été')
  expect(openSecret(key, 'webhook', box)).toBe('whsec_été')
  expect(box.toString('utf8')).not.toContain('whsec')
})

it('seals the same secret differently each time', () => {
  expect(sealSecret(key, 'webhook', 'x').equals(sealSecret(key, 'webhook', 'x'))).toBe(false)
})

it('opens nothing under another key, for another use, or once touched', () => {
  const box = sealSecret(key, 'webhook', 'whsec')
  const touched = Buffer.from(box)
  touched[touched.length - 1] = (touched.at(-1) ?? 0) ^ 1
  expect(() => openSecret('another key', 'webhook', box)).toThrow()
  expect(() => openSecret(key, 'another use', box)).toThrow()
  expect(() => openSecret(key, 'webhook', touched)).toThrow()
})
