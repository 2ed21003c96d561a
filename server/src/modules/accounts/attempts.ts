// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { forgetAttempts, giveBackAttempt, takeAttempts } from './attempts.queries.ts'
import { type Client, networkOf } from './client.ts'
import { derivedSecret, keyedDigest } from '../../platform/secrets.ts'

/** How many tries a window allows, and how long it lasts. */
export type Limit = { readonly max: number; readonly minutes: number }

/** One thing counted: « this network », « this mailbox ». */
export type Counted = { readonly what: string; readonly limit: Limit }

/** Failures from one network: more than an office behind one address makes by mistake. */
const fromNetwork: Limit = { max: 40, minutes: 15 }
/** Failures on one mailbox from browsers it never signed in on, wherever they come from. */
const onMailbox: Limit = { max: 10, minutes: 15 }
/** Failures of one browser that has signed in on this mailbox before. */
const onDevice: Limit = { max: 10, minutes: 15 }
/** Failures at the second factor of one account, or of one browser that has signed in on it before. */
const onFactor: Limit = { max: 5, minutes: 15 }
const onFactorInADay: Limit = { max: 30, minutes: 24 * 60 }
/** Mails asked for from one network, and mails of one kind to one mailbox. */
const mailsFromNetwork: Limit = { max: 30, minutes: 60 }
const mailsToMailbox: Limit = { max: 4, minutes: 15 }

/**
 * What a try at a password counts against. Guessing one mailbox from many networks meets the mailbox's limit; its
 * owner, whose browser carries a device mark, is counted apart and signs in as usual, and a link by e-mail stays
 * open to them from anywhere (after OWASP, « Slow down online guessing attacks with device cookies »).
 */
export function passwordTries(client: Client, email: string, device: string | undefined): Counted[] {
  return [
    { what: `password:network:${networkOf(client.address)}`, limit: fromNetwork },
    device === undefined
      ? { what: `password:mailbox:${email}`, limit: onMailbox }
      : { what: `password:device:${device}`, limit: onDevice },
  ]
}

/**
 * What a try at a second factor counts against. Whoever tries has the first proof already, so that few tries are
 * allowed, and few in a day: thirty are one chance in ten thousand. The owner's browsers are counted apart here too.
 */
export function factorTries(client: Client, accountId: string, device: string | undefined): Counted[] {
  const whose = device === undefined ? `account:${accountId}` : `device:${device}`
  return [
    { what: `factor:network:${networkOf(client.address)}`, limit: fromNetwork },
    { what: `factor:${whose}`, limit: onFactor },
    { what: `factor:day:${whose}`, limit: onFactorInADay },
  ]
}

/** What a passkey, or the secret of a mailed link, counts against: nobody guesses them, but trying has a cost. */
export function passkeyTries(client: Client): Counted[] {
  return [{ what: `passkey:network:${networkOf(client.address)}`, limit: fromNetwork }]
}
export function linkTries(client: Client): Counted[] {
  return [{ what: `link:network:${networkOf(client.address)}`, limit: fromNetwork }]
}

/** What asking for a mail counts against. Told to whoever asks: it depends on them alone. */
export function mailRequests(client: Client): Counted[] {
  return [{ what: `mail:network:${networkOf(client.address)}`, limit: mailsFromNetwork }]
}

/**
 * What sending one counts against. Never told: it would say that others asked. By kind, so that who has mails of one
 * kind sent to a mailbox does not keep its owner from another: those received of a kind are still good.
 */
export function mailsTo(email: string, kind: string): Counted[] {
  return [{ what: `mail:${kind}:${email}`, limit: mailsToMailbox }]
}

/**
 * Counts one try against each of `counted`, before it is made: tries made at the same time cannot all pass.
 *
 * @returns the seconds to wait when one limit is passed, nothing when the try may be made
 */
export async function countAttempt(
  platform: Platform,
  counted: readonly Counted[],
  executor: Db | Tx = platform.db,
): Promise<number | undefined> {
  const now = platform.clock.now()
  const byKey = new Map(counted.map((one) => [attemptKey(platform, one.what).toString('hex'), one]))
  const rows = await takeAttempts(
    executor,
    [...byKey].map(([key, { limit }]) => ({
      key: Buffer.from(key, 'hex'),
      windowEndsAt: new Date(now.getTime() + limit.minutes * 60_000),
    })),
    now,
  )
  const waits = rows.flatMap((row) => {
    const max = byKey.get(row.key.toString('hex'))?.limit.max ?? 0
    return row.count > max ? [Math.ceil((row.windowEndsAt.getTime() - now.getTime()) / 1000)] : []
  })
  return waits.length > 0 ? Math.max(...waits) : undefined
}

/** After a success: what was counted is given back, and the mailbox or device starts anew. */
export async function forgiveAttempt(platform: Platform, counted: readonly Counted[]): Promise<void> {
  const [network, ...own] = counted.map(({ what }) => attemptKey(platform, what))
  if (network) await giveBackAttempt(platform.db, network)
  await forgetAttempts(platform.db, own)
}

function attemptKey(platform: Platform, what: string): Buffer {
  return keyedDigest(derivedSecret(platform.secretKey, 'attempts'), what)
}
