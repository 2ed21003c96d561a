// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { StartError } from '../start-error.ts'

/** The account under which PostgreSQL runs when it may not run under ours. */
export type SystemUser = { uid: number; gid: number }

/**
 * Who runs PostgreSQL: `undefined` means ourselves. PostgreSQL refuses root, so root lends it an unprivileged
 * account, which must have an entry in the password file: initdb asks for its name.
 */
export function databaseUser(passwd = readPasswd(), ownUid = process.getuid?.()): SystemUser | undefined {
  if (ownUid !== 0) return undefined
  const accounts = new Map(passwd.split('\n').map((line) => [line.split(':')[0], line.split(':')] as const))
  const account = accounts.get('postgres') ?? accounts.get('nobody')
  if (!account) throw new StartError('postgres-no-user')
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

/** Whether `user` (or ourselves) can enter `folder`: asked of the system, which alone knows modes, ACL and mounts. */
export function canEnter(folder: string, user: SystemUser | undefined): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, stdio: 'ignore' })
  return asked.status === 0
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}
