// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

/** The folder of the project. The scripts run on the machine's own Node (20 or newer), before anything is installed. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Distinguishes this clone from others on the machine, in names of shared folders. */
export const cloneId = createHash('sha256').update(root).digest('hex').slice(0, 12)

/** Tells the operator what is being done, in both languages. */
export function say(french, english) {
  process.stderr.write(`${french} / ${english}\n`)
}

/** Ends the script with a sentence. */
export function fail(french, english) {
  process.stderr.write(`${french}\n${english}\n`)
  process.exit(1)
}
