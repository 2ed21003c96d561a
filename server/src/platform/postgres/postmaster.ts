// SPDX-License-Identifier: MIT
import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * The process that serves the cluster now, whoever started it, or `undefined`.
 *
 * `postmaster.pid` survives a crash and its number may since belong to another program: the folder in which the
 * process works tells (on Linux; elsewhere a living process is believed). A stale file is removed.
 */
export function findPostmaster(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid')
  const pid = readPid(file)
  if (pid === undefined) return undefined
  if (isAlive(pid) && worksIn(pid, cluster)) return pid
  rmSync(file, { force: true })
  return undefined
}

/**
 * Stops a postmaster: fast shutdown (open transactions are rolled back, everything else is written), then, if it
 * does not end within `patienceMs`, the immediate one, from which the next start recovers.
 */
export async function stopPostmaster(pid: number, patienceMs = 60_000): Promise<void> {
  signal(pid, 'SIGINT')
  if (await hasEnded(pid, patienceMs)) return
  signal(pid, 'SIGQUIT')
  if (await hasEnded(pid, 10_000)) return
  signal(pid, 'SIGKILL')
  await hasEnded(pid, 5_000)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch {
    return false
  }
}

/** A process that ended but whose parent has not asked how: in a container without an init, for ever. */
function isZombie(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

function worksIn(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Ended meanwhile, which is what was wanted.
  }
}

async function hasEnded(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false
    await delay(20)
  }
  return true
}
