// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs'

/** What a dying predecessor may hold for a few seconds more. */
const passing =
  /pre-existing shared memory block|lock file ".*" already exists|could not bind|Is another postmaster/

/**
 * Why the server ended, from what it wrote in its log after `from`: the lines that matter, at most ten.
 * `mayPass` tells that trying again soon may succeed.
 */
export function reasonInLog(file: string, from: number): { text: string; mayPass: boolean } {
  const written = readWritten(file, from)
  const lines = written.split('\n').filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL/.test(line))
  const text = (lines.length > 0 ? lines : written.trim().split('\n')).slice(-10).join('\n')
  return { text, mayPass: passing.test(written) }
}

function readWritten(file: string, from: number): string {
  try {
    return readFileSync(file).subarray(from).toString('utf8')
  } catch (error) {
    return String(error)
  }
}
