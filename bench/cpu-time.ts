// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10

/** Processor time that a process has used so far, in milliseconds. */
export function cpuMsOf(pid: number): number {
  const { user, system } = statOf(pid)
  return (user + system) * tickMs
}

/** The same for all children of a process, those that have ended among them: the backends of a PostgreSQL. */
export function cpuMsOfChildren(parent: number): number {
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => attempt(() => statOf(Number(name))))
    .filter((process) => process.parent === parent)
    .reduce((sum, { user, system }) => sum + user + system, 0)
  const { endedUser, endedSystem } = statOf(parent)
  return (running + endedUser + endedSystem) * tickMs
}

/** Fields of proc_pid_stat(5), after a name in parentheses that may hold anything. */
function statOf(pid: number) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number)
  const [, parent = 0] = fields
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11)
  return { parent, user, system, endedUser, endedSystem }
}

function attempt<T>(read: () => T): T[] {
  try {
    return [read()]
  } catch {
    return []
  }
}
