// SPDX-License-Identifier: MIT
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { httpSmsTransport } from './index.ts'

const received: { body: unknown; headers: IncomingHttpHeaders }[] = []
let status = 200
let server: Server
let url: string
beforeAll(async () => {
  server = createServer((request, response) => {
    void json(request).then((body) => {
      received.push({ body, headers: request.headers })
      response.writeHead(status, { 'content-type': 'application/json', location: 'http://localhost:1' })
      response.end(JSON.stringify({ messageId: 4071 }))
    })
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  // Listening on a port, it has one.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
})
afterAll(() => new Promise((closed) => server.close(closed)))
beforeEach(() => {
  received.length = 0
  status = 200
})

const sms = { to: '+33639981234', text: 'Été comme hiver', reference: 'sms-1' }

describe('a text message through an HTTP service', () => {
  it('arrives with its words, its sender, our token, and the reference that keeps it one', async () => {
    const transport = httpSmsTransport({ url, token: 'secret', sender: 'PLASSANS' })
    expect(await transport.send(sms)).toEqual({ providerId: '4071' })
    expect(received).toMatchObject([
      {
        body: { to: '+33639981234', text: 'Été comme hiver', from: 'PLASSANS', reference: 'sms-1' },
        headers: { authorization: 'Bearer secret', 'idempotency-key': 'sms-1' },
      },
    ])
  })

  it.each([
    [400, true],
    [422, true],
    [401, false],
    [429, false],
    [503, false],
    [302, false],
  ])('that is answered %i is refused for good: %s', async (answered, permanent) => {
    status = answered
    await expect(httpSmsTransport({ url }).send(sms)).rejects.toMatchObject({ name: 'SmsFailure', permanent })
  })

  it('waits when nobody answers', async () => {
    const nowhere = httpSmsTransport({ url: 'http://127.0.0.1:1/' })
    await expect(nowhere.send(sms)).rejects.toMatchObject({ permanent: false })
  })
})
