// SPDX-License-Identifier: MIT
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { cloneId } from './root.mjs'

/** Runs `act` while no other process of this clone runs one under the same name; waits for the other to end. */
export async function whileAlone(name, act) {
  const file = join(tmpdir(), `guichet-${name}-${cloneId}.lock`)
  while (!take(file)) await delay(300)
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await act()
  } finally {
    release()
    process.off('exit', release)
  }
}

/** The lock appears with the number of its holder in it, and only one process can make it appear. */
function take(file) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, String(process.pid))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isAlive(holderOf(file))) rmSync(file, { force: true })
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
