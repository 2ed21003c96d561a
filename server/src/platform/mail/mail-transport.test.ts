// SPDX-License-Identifier: MIT
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json, text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMailTransport } from './create-mail-transport.ts'
import { isPermanent, type MailTransport, type OutgoingMail } from './mail-transport.ts'

/** What the other side understood of a mail, whatever the way it came. */
type Received = {
  from: string
  to: string
  subject: string
  identifier: string
  content: string
  header: string
}

const mail: OutgoingMail = {
  from: { email: 'mairie@plassans.example', name: 'Ville de Plassans' },
  to: { email: 'jeanne@exemple.example', name: 'Jeanne Rougon' },
  subject: 'Votre demande est acceptée : merci',
  html: '<p>Bonjour Jeanne, été comme hiver.</p>',
  text: 'Bonjour Jeanne, été comme hiver.',
  headers: { 'Auto-Submitted': 'auto-generated' },
  messageId: '<mail-1@plassans.example>',
}

const received: Received[] = []
/** What the other side answers to the next mail. */
let refusal: 'no-such-mailbox' | 'busy' | 'wrong-key' | undefined

let smtp: SMTPServer
let http: Server
beforeAll(async () => {
  smtp = fakeSmtpServer()
  http = fakeMailjet()
  await Promise.all(
    [smtp, http].map((server) => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))),
  )
})
afterAll(async () => {
  await Promise.all([
    new Promise<void>((resolve) => smtp.close(resolve)),
    new Promise((resolve) => http.close(resolve)),
  ])
})
beforeEach(() => {
  received.length = 0
  refusal = undefined
})

function fakeSmtpServer(): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) =>
      refusal === 'wrong-key' ? done(new Error('wrong')) : done(null, { user: 'guichet' }),
    onRcptTo: (_address, _session, done) => done(smtpRefusal()),
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        received.push(readMime(raw, session.envelope.rcptTo[0]?.address ?? ''))
        done()
      })
    },
  })
}

function smtpRefusal(): Error | undefined {
  const codes: Partial<Record<string, number>> = { 'no-such-mailbox': 550, busy: 450 }
  const responseCode = codes[refusal ?? '']
  return responseCode === undefined ? undefined : Object.assign(new Error(refusal), { responseCode })
}

function readMime(raw: string, to: string): Received {
  const header = (name: string) => new RegExp(`^${name}: (.*(?:\\r\\n\\s.*)*)`, 'im').exec(raw)?.[1] ?? ''
  const subject = header('subject').replaceAll(/=\?UTF-8\?Q\?(.*?)\?=\s*/gi, (_all, word: string) =>
    quotedPrintable(word.replaceAll('_', ' ')),
  )
  return {
    from: header('from'),
    to,
    subject,
    identifier: header('message-id'),
    header: header('auto-submitted'),
    content: quotedPrintable(raw.replaceAll('=\r\n', '')),
  }
}

const quotedPrintable = (word: string) =>
  Buffer.from(
    word.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

type MailjetBox = { Email: string; Name: string }
type MailjetMessage = Record<'Subject' | 'CustomID' | 'TextPart' | 'HTMLPart', string> & {
  From: MailjetBox
  To: MailjetBox[]
  Headers: Record<string, string>
}

function fakeMailjet(): Server {
  return createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const failing = (status: number) =>
      answer(status, {
        Messages: [{ Status: 'error', Errors: [{ ErrorMessage: refusal, StatusCode: status }] }],
      })
    void (async () => {
      if (request.headers.authorization !== `Basic ${btoa('key:secret')}` || refusal === 'wrong-key')
        return answer(401, { ErrorMessage: 'wrong key' })
      if (request.method === 'GET') return answer(200, {})
      if (refusal === 'no-such-mailbox') return failing(400)
      if (refusal === 'busy') return failing(429)
      const { Messages } = (await json(request)) as { Messages: MailjetMessage[] }
      for (const { From, To, Subject, CustomID, TextPart, HTMLPart, Headers } of Messages) {
        received.push({
          from: `"${From.Name}" <${From.Email}>`,
          to: To[0]?.Email ?? '',
          subject: Subject,
          identifier: CustomID,
          header: Headers['Auto-Submitted'] ?? '',
          content: `${TextPart} ${HTMLPart}`,
        })
      }
      return answer(200, { Messages: [{ Status: 'success', To: [{ MessageUUID: 'uuid-1', MessageID: 1 }] }] })
    })()
  })
}

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port

const transports: Record<string, () => MailTransport | undefined> = {
  'an SMTP server': () =>
    createMailTransport({ kind: 'smtp', url: `smtp://key:secret@127.0.0.1:${portOf(smtp.server)}` }),
  Mailjet: () =>
    createMailTransport({
      kind: 'mailjet',
      apiKey: 'key',
      apiSecret: 'secret',
      baseUrl: `http://127.0.0.1:${portOf(http)}`,
    }),
}

describe.each(Object.keys(transports))('a mail through %s', (kind) => {
  let transport: MailTransport
  beforeEach(() => {
    const made = transports[kind]?.()
    if (!made) throw new Error(kind)
    transport = made
    return () => transport.close()
  })

  it('arrives with its words, its names and the identifier we gave it', async () => {
    const { providerId } = await transport.send(mail)
    expect(providerId).toBeTruthy()
    expect(received).toMatchObject([
      {
        to: 'jeanne@exemple.example',
        subject: mail.subject,
        identifier: mail.messageId,
        header: 'auto-generated',
      },
    ])
    expect(received[0]?.from).toMatch(/Ville de Plassans.*<mairie@plassans\.example>/)
    expect(received[0]?.content).toContain('Bonjour Jeanne, été comme hiver.')
    expect(received[0]?.content).toContain('<p>Bonjour')
  })

  it.each([
    ['no-such-mailbox', 'for good'],
    ['busy', 'for now'],
    ['wrong-key', 'for now'],
  ] as const)('that is refused because of %s is refused %s', async (reason, howLong) => {
    refusal = reason
    const failure: unknown = await transport.send(mail).catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'MailFailure' })
    expect(isPermanent(failure)).toBe(howLong === 'for good')
    expect(received).toEqual([])
  })

  it('can be sent after the other side has said that it is there', async () => {
    await expect(transport.check()).resolves.toBeUndefined()
    refusal = 'wrong-key'
    await expect(transport.check()).rejects.toMatchObject({ name: 'MailFailure' })
  })
})

describe('a mail server that is down', () => {
  it.each([
    { kind: 'smtp', url: 'smtp://127.0.0.1:1' },
    { kind: 'mailjet', apiKey: 'k', apiSecret: 's', baseUrl: 'http://127.0.0.1:1' },
  ] as const)('is a failure for now ($kind)', async (settings) => {
    const failure: unknown = await createMailTransport(settings)
      ?.send(mail)
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'MailFailure', permanent: false })
  })
})

it('is no transport at all when none is configured', () => {
  expect(createMailTransport({ kind: 'none' })).toBeUndefined()
})
