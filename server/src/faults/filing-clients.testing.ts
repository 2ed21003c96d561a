// SPDX-License-Identifier: MIT
import { setTimeout as delay } from 'node:timers/promises'

export const licences = '/api/v1/entries/club/licence'

/** An answer that was not the filing's. */
export type Refusal = {
  readonly status: number
  readonly type: string
  readonly body: Record<string, unknown>
}

/**
 * People who file one licence after another, each under a name and a mailbox of its own. What is not answered, or is
 * answered by a fault of ours, is sent again under the same `Idempotency-Key`, as a program does.
 */
export type FilingClients = {
  /** Id of the entry, by the mailbox of who filed it. */
  readonly acknowledged: ReadonlyMap<string, string>
  readonly refusals: readonly Refusal[]
  /** Lets each finish what it has begun. */
  stop(): Promise<void>
}

export function filingClients(addressNow: () => string, howMany: number, from = 'joueuse'): FilingClients {
  const acknowledged = new Map<string, string>()
  const refusals: Refusal[] = []
  const end = { asked: false }

  async function client(number: number): Promise<void> {
    for (let at = 0; !end.asked; at += 1) {
      const email = `${from}.${number}.${at}@plassans.example`
      acknowledged.set(email, await fileUntilAnswered(addressNow, email, refusals))
    }
  }

  const all = Promise.all([...Array(howMany).keys()].map(client))
  // Told by `stop`.
  all.catch(() => {})
  return {
    acknowledged,
    refusals,
    stop: async () => {
      end.asked = true
      await all
    },
  }
}

async function fileUntilAnswered(
  addressNow: () => string,
  email: string,
  refusals: Refusal[],
): Promise<string> {
  for (;;) {
    const answer = await file(addressNow(), email, { 'idempotency-key': email }).catch(() => undefined)
    if (answer?.status === 201) return String(answer.body['id'])
    if (answer && answer.status < 500) throw new Error(JSON.stringify(answer))
    if (answer) refusals.push(answer)
    await delay(100)
  }
}

/** Files a licence once. */
export async function file(
  address: string,
  email: string,
  headers: Record<string, string> = {},
  values: Record<string, unknown> = {},
): Promise<Refusal> {
  const answer = await fetch(`${address}${licences}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ values: { playerName: email, playerEmail: email, level: 'beginner', ...values } }),
    signal: AbortSignal.timeout(30_000),
  })
  const type = answer.headers.get('content-type') ?? ''
  return { status: answer.status, type, body: (await answer.json()) as Record<string, unknown> }
}
