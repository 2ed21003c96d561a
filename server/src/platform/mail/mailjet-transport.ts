// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { type MailAddress, MailFailure, type MailTransport, type OutgoingMail } from './mail-transport.ts'

export type MailjetSettings = {
  apiKey: string
  apiSecret: string
  /** Another address for tests. */
  baseUrl?: string | undefined
}

/** Of the answer, what we read; identifiers are larger than a number can hold, hence the UUID. */
const answerSchema = z.object({
  Messages: z
    .array(
      z.object({
        Status: z.string(),
        To: z.array(z.object({ MessageUUID: z.string().optional() })).optional(),
        Errors: z
          .array(z.object({ ErrorMessage: z.string().optional(), StatusCode: z.number().optional() }))
          .optional(),
      }),
    )
    .optional(),
  ErrorMessage: z.string().optional(),
})

type Answer = z.infer<typeof answerSchema>

/** Mail through Mailjet's Send API v3.1 (documentation read 2026-03). */
export function mailjetTransport({
  apiKey,
  apiSecret,
  baseUrl = 'https://api.mailjet.com',
}: MailjetSettings): MailTransport {
  const authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`
  const call = (path: string, body?: object) =>
    fetch(`${baseUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    }).catch((error: unknown) => Promise.reject(new MailFailure(`mailjet: ${String(error)}`, false, error)))

  return {
    send: async (mail) => {
      const response = await call('/v3.1/send', { Messages: [asMessage(mail)] })
      const answer = await readAnswer(response)
      const [message] = answer.Messages ?? []
      if (!response.ok || message?.Status !== 'success') throw failureOf(response.status, answer)
      return { providerId: message.To?.[0]?.MessageUUID }
    },
    check: async () => {
      const response = await call('/v3/REST/apikey')
      if (!response.ok) throw failureOf(response.status, {})
    },
    close: async () => {},
  }
}

/** `CustomID` carries our own identifier: Mailjet writes the Message-ID itself. */
function asMessage(mail: OutgoingMail): object {
  const { from, to, subject, text, html, headers, inline, messageId } = mail
  return {
    From: asMailbox(from),
    To: [asMailbox(to)],
    Subject: subject,
    TextPart: text,
    HTMLPart: html,
    CustomID: messageId,
    ...(headers && { Headers: headers }),
    ...(inline && {
      InlinedAttachments: inline.map(({ cid, type, bytes }) => ({
        ContentID: cid,
        ContentType: type,
        Filename: `logo.${type.slice('image/'.length)}`,
        Base64Content: bytes.toString('base64'),
      })),
    }),
  }
}

function asMailbox({ email, name }: MailAddress): object {
  return { Email: email, ...(name && { Name: name }) }
}

async function readAnswer(response: Response): Promise<Answer> {
  const body: unknown = await response.json().catch(() => ({}))
  return answerSchema.safeParse(body).data ?? {}
}

/** 400 is about the mail; 401 and 403 about our key, 429 about our pace, the rest about them: those mails wait. */
function failureOf(status: number, answer: Answer): MailFailure {
  const error = answer.Messages?.[0]?.Errors?.[0]
  const reason = error?.ErrorMessage ?? answer.ErrorMessage ?? 'no reason given'
  return new MailFailure(`mailjet: ${reason} (${status})`, (error?.StatusCode ?? status) === 400)
}
