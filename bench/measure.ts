// SPDX-License-Identifier: MIT
import { Agent, request as httpRequest } from 'node:http'

/** Milliseconds. */
export type Timing = { readonly median: number; readonly p99: number }

export type Client = {
  get(path: string): Promise<unknown>
  post(path: string, body: object): Promise<unknown>
  close(): void
}

/** A client on kept-alive connections, as a program that works with the API would be. */
export function createClient(port: number, key: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const send = (method: string, path: string, body?: object) =>
    new Promise<unknown>((resolve, reject) => {
      const payload = body && JSON.stringify(body)
      const request = httpRequest(
        {
          agent,
          port,
          path,
          method,
          host: '127.0.0.1',
          headers: {
            authorization: `Bearer ${key}`,
            ...(payload && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(payload),
            }),
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8')
            if ((response.statusCode ?? 500) >= 400)
              reject(new Error(`${response.statusCode} ${path}: ${text}`))
            else resolve(JSON.parse(text))
          })
        },
      )
      request.on('error', reject)
      request.end(payload)
    })
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    close: () => agent.destroy(),
  }
}

/** Times one thing, one after the other, after a warm-up. */
export async function timed(count: number, act: (turn: number) => Promise<unknown>): Promise<Timing> {
  for (let turn = 0; turn < Math.ceil(count / 5); turn += 1) await act(turn)
  const times: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const from = performance.now()
    await act(turn)
    times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { median: at(0.5), p99: at(0.99) }
}

/** How many times a second `clients` together do a thing, over some seconds. */
export async function rate(clients: number, seconds: number, act: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  const from = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        await act()
        done += 1
      }
    }),
  )
  return done / ((performance.now() - from) / 1000)
}
