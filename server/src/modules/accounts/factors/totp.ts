// SPDX-License-Identifier: MIT
import { createHmac } from 'node:crypto'

/** Seconds that a code lasts, and its digits: what every application takes without being told (RFC 6238). */
export const stepSeconds = 30
const digits = 6
/** Codes of the step before and after are taken too: clocks differ and people type. */
const drift = 1

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as applications read them when they are typed (RFC 4648, base32, without padding). */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text
}

/** The code of one step (RFC 4226, §5.3). */
export function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/** The step of which this is the code, now or a step away; nothing when it is none. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | undefined {
  const current = Math.floor(now.getTime() / 1000 / stepSeconds)
  for (let step = current - drift; step <= current + drift; step += 1) {
    if (codeOfStep(secret, step) === code) return step
  }
  return undefined
}

/** What the QR code says to the application. */
export function codeAppUri(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}
