// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { SmsFailure, type SmsTransport } from './sms-transport.ts'

export type SmsSettings = {
  readonly url: string
  readonly token?: string | undefined
  /** Name or number shown to the recipient, when the provider takes one. */
  readonly sender?: string | undefined
}

/** Providers name their identifier in one of these ways; others give none. */
const answerSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  messageId: z.union([z.string(), z.number()]).optional(),
  reference: z.union([z.string(), z.number()]).optional(),
})

/**
 * Text messages through an HTTP service: a POST of `{ "to", "text", "from", "reference" }` in JSON, the token as a
 * bearer's. Services of another shape are reached through a few lines of proxy, in no code of ours.
 */
export function httpSmsTransport({ url, token, sender }: SmsSettings): SmsTransport {
  return {
    send: async ({ to, text, reference }) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': reference,
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ to, text, reference, ...(sender !== undefined && { from: sender }) }),
        redirect: 'error',
        signal: AbortSignal.timeout(30_000),
      }).catch((error: unknown) => Promise.reject(new SmsFailure(`sms: ${String(error)}`, false, error)))
      if (!response.ok) throw failureOf(response.status)
      const answer = answerSchema.safeParse(await response.json().catch(() => ({}))).data
      const id = answer?.id ?? answer?.messageId ?? answer?.reference
      return id === undefined ? {} : { providerId: String(id).slice(0, 200) }
    },
  }
}

/** 400 and 422 are about the message; 401 and 403 about our token, 429 about our pace, the rest about them. */
function failureOf(status: number): SmsFailure {
  return new SmsFailure(`sms: the service answered ${status}`, status === 400 || status === 422)
}
