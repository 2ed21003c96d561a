// SPDX-License-Identifier: MIT
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createOutgoing } from './outgoing.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function listening(answer: RequestListener): Promise<string> {
  const started = createServer(answer)
  server = started
  await new Promise<void>((ready) => started.listen(0, '127.0.0.1', ready))
  return `127.0.0.1:${(started.address() as AddressInfo).port}`
}

describe('a request asked for by configuration', () => {
  it('is sent with its headers and body, and its answer comes back', async () => {
    const host = await listening((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        response.writeHead(201, { 'content-type': 'text/plain' })
        response.end(
          `${request.method} ${String(request.headers['idempotency-key'])} ${Buffer.concat(chunks).toString()}`,
        )
      })
    })
    const outgoing = createOutgoing({ allow: [host] })
    const answer = await outgoing({
      method: 'POST',
      url: `http://${host}/hook`,
      headers: { 'idempotency-key': 'k1' },
      body: 'Été',
    })
    expect(answer).toEqual({ status: 201, contentType: 'text/plain', body: 'POST k1 Été' })
  })

  it('reaches no private address that is not allowed by name', async () => {
    let reached = false
    const host = await listening((_, response) => {
      reached = true
      response.end()
    })
    const outgoing = createOutgoing()
    await expect(outgoing({ method: 'GET', url: `http://${host}/` })).rejects.toMatchObject({
      reason: 'address-refused',
    })
    const byName = `http://localhost:${host.split(':')[1]}/`
    await expect(outgoing({ method: 'GET', url: byName })).rejects.toMatchObject({
      reason: 'address-refused',
    })
    expect(reached).toBe(false)
  })

  it.each([
    'http://0x7f000001/',
    'http://2130706433/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://169.254.169.254/latest/meta-data/',
  ])('sees through the disguise of %s', async (url) => {
    await expect(createOutgoing()({ method: 'GET', url })).rejects.toMatchObject({
      reason: 'address-refused',
    })
  })

  it.each(['file:///etc/passwd', 'ftp://example.org/', 'example.org', 'https://user:secret@example.org/'])(
    'is refused for %s',
    async (url) => {
      await expect(createOutgoing()({ method: 'GET', url })).rejects.toMatchObject({
        reason: 'address-invalid',
      })
    },
  )

  it('follows no redirection, which could lead back inside', async () => {
    const host = await listening((request, response) => {
      response.writeHead(request.url === '/' ? 302 : 200, { location: '/inside' })
      response.end(request.url)
    })
    const answer = await createOutgoing({ allow: [host] })({ method: 'GET', url: `http://${host}/` })
    expect(answer.status).toBe(302)
  })

  it('gives up on an answer that is too large', async () => {
    const host = await listening((_, response) => response.end('x'.repeat(5000)))
    const outgoing = createOutgoing({ allow: [host], maxAnswerBytes: 1000 })
    await expect(outgoing({ method: 'GET', url: `http://${host}/` })).rejects.toMatchObject({
      reason: 'answer-too-large',
    })
  })

  it('gives up on an answer that drips for ever', async () => {
    const host = await listening((_, response) => {
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    })
    const outgoing = createOutgoing({ allow: [host], timeoutMs: 150 })
    await expect(outgoing({ method: 'GET', url: `http://${host}/` })).rejects.toMatchObject({
      reason: 'timed-out',
    })
  })

  it('says that nobody answered', async () => {
    const host = await listening(() => {})
    await new Promise((closed) => server?.close(closed))
    const outgoing = createOutgoing({ allow: [host] })
    await expect(outgoing({ method: 'GET', url: `http://${host}/` })).rejects.toMatchObject({
      reason: 'no-answer',
    })
  })
})
