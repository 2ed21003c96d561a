// SPDX-License-Identifier: MIT
import { createTransport } from 'nodemailer'
import { type MailAddress, MailFailure, type MailTransport } from './mail-transport.ts'

/**
 * Mail through an SMTP server: `smtp://user:password@host:587` (STARTTLS when offered) or `smtps://…:465`.
 * `?requireTLS=true` refuses a server without encryption.
 */
export function smtpTransport(url: string): MailTransport {
  const connection = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    // In all less than the claim of the one who sends.
    socketTimeout: 60_000,
    // Contents never name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ from, to, headers = {}, inline = [], ...mail }) => {
      const attachments = inline.map(({ cid, type, bytes }) => ({
        cid,
        content: bytes,
        contentType: type,
        contentDisposition: 'inline' as const,
        filename: `logo.${type.slice('image/'.length)}`,
      }))
      const message = {
        ...mail,
        attachments,
        from: asAddress(from),
        to: asAddress(to),
        headers: { ...headers },
      }
      const sent = await connection
        .sendMail(message)
        .catch((error: unknown) => Promise.reject(asFailure(error)))
      return { providerId: sent.response.slice(0, 200) }
    },
    check: async () => {
      await connection.verify().catch((error: unknown) => Promise.reject(asFailure(error)))
    },
    close: async () => connection.close(),
  }
}

/**
 * RFC 5321 §4.2.1: 5yz is permanent, 4yz is not. A 5yz about our own log-in or greeting speaks of the configuration,
 * which the operator will correct: the mail waits.
 */
function asFailure(error: unknown): MailFailure {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string }
  const isAboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  return new MailFailure(message ?? String(error), isAboutTheMail && (responseCode ?? 0) >= 500, error)
}

function asAddress({ email, name }: MailAddress) {
  return { address: email, name: name ?? '' }
}
