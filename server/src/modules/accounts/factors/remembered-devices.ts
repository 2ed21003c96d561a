// SPDX-License-Identifier: MIT
import type { Platform } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { randomToken } from '../../../platform/ids.ts'
import { tokenHash } from '../../../platform/secrets.ts'
import { logAccount } from '../account-log.ts'
import type { Client } from '../client.ts'
import { cookie, cookieValue } from '../cookies.ts'
import { deviceWords, shortNetwork } from '../device-words.ts'
import { insertDevice, useDevice } from './remembered-devices.queries.ts'

const cookieName = 'guichet.remembered'
const rememberedDays = 30

/**
 * Remembers this browser: for thirty days it stands for the second factor of the account. A random secret of which the
 * database keeps the digest, rather than a signed date: its owner can take it back.
 *
 * @returns the `Set-Cookie`
 */
export async function rememberDevice(
  tx: Tx,
  platform: Platform,
  client: Client,
  accountId: string,
): Promise<string> {
  const token = randomToken(32)
  const createdAt = platform.clock.now()
  const device = deviceWords(client.headers)
  await insertDevice(tx, {
    id: platform.ids.next(),
    accountId,
    hash: tokenHash(token),
    device,
    network: shortNetwork(client.address),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + rememberedDays * 86_400_000),
  })
  await logAccount(tx, platform, client, { accountId, kind: 'device-remembered' })
  return cookie(platform, cookieName, token, { maxAgeSeconds: rememberedDays * 86_400 })
}

/** Whether the account remembers this browser. */
export async function isRemembered(platform: Platform, client: Client, accountId: string): Promise<boolean> {
  const token = cookieValue(platform, client.headers, cookieName)
  if (token === undefined || token === '') return false
  return useDevice(platform.db, { accountId, hash: tokenHash(token), now: platform.clock.now() })
}
