// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs'

/** What a dying predecessor may hold for a few seconds more. */
const passing =
  /pre-existing shared memory block|lock file ".*" already exists|could not bind|Is another postmaster/

/** What every start writes, well or ill. */
const ordinary = /LOG:\s+(starting PostgreSQL|listening on|database system|redirecting log)/

/**
 * Why the server ended, from what it wrote in its log after `from`: the last ten lines that are not those of every start.
 * `mayPass` tells that trying again soon may succeed.
 */
export function reasonInLog(file: string, from: number): { text: string; mayPass: boolean } {
  const written = readWritten(file, from)
  const lines = written.split('\n').filter((line) => line !== '' && !ordinary.test(line))
  return { text: lines.slice(-10).join('\n'), mayPass: passing.test(written) }
}

function readWritten(file: string, from: number): string {
  try {
    return readFileSync(file).subarray(from).toString('utf8')
  } catch (error) {
    return String(error)
  }
}
