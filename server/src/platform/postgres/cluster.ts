// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { randomToken } from '../ids.ts'
import { StartError } from '../start-error.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { clusterArguments } from './settings.ts'
import type { SystemUser } from './system-user.ts'

/**
 * Makes the cluster when there is none. It is made under another name and renamed when whole: a first start
 * that is killed leaves nothing that looks like data.
 */
export async function createCluster(
  place: Place,
  binaries: Binaries,
  user: SystemUser | undefined,
  durable: boolean,
): Promise<void> {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return
  const draft = `${place.cluster}.making-${randomToken(6)}`
  const child = spawn(binaries.initdb, clusterArguments(draft, durable), {
    ...user,
    cwd: place.folder,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('close', resolve).once('error', reject),
  )
  const [complaint, code] = await Promise.all([text(child.stderr), ended])
  if (code !== 0) rmSync(draft, { recursive: true, force: true })
  if (code !== 0) throw new StartError('postgres-failed', { log: 'initdb', reason: complaint.trim() })
  rename(draft, place.cluster)
}

/** Of two that start together, one makes the cluster; the other's is not needed. */
function rename(draft: string, cluster: string): void {
  try {
    renameSync(draft, cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error
  }
}
