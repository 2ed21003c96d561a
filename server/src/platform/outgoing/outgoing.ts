// SPDX-License-Identifier: MIT
import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './address-guard.ts'

export type OutgoingRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export type OutgoingAnswer = { readonly status: number; readonly contentType: string; readonly body: string }

/** Why no answer came. `address-refused` and `address-invalid` do not pass by trying again. */
export type OutgoingFailure =
  'address-invalid' | 'address-refused' | 'answer-too-large' | 'no-answer' | 'timed-out'

export class OutgoingError extends Error {
  readonly reason: OutgoingFailure
  constructor(reason: OutgoingFailure, cause?: unknown) {
    super(reason, { cause })
    this.name = 'OutgoingError'
    this.reason = reason
  }
}

/** Sends a request that a flow or a webhook asks for, or rejects with an `OutgoingError`. */
export type Outgoing = (request: OutgoingRequest) => Promise<OutgoingAnswer>

export type OutgoingOptions = {
  /** `host` or `host:port` that may be reached although its address is private. */
  readonly allow?: readonly string[]
  readonly timeoutMs?: number
  readonly maxAnswerBytes?: number
}

/**
 * Requests to addresses that come from configuration, kept out of the machine's own networks (server-side request
 * forgery, CWE-918).
 *
 * The guard looks at the address the socket connects to, not at the name: a name that resolves to a public address
 * when it is checked and to 127.0.0.1 when it is used (DNS rebinding) passes any earlier check. Redirections are not
 * followed: an answer 3xx is an answer. The proxy variables of the environment are not read.
 */
export function createOutgoing({
  allow = [],
  timeoutMs = 10_000,
  maxAnswerBytes = 256 * 1024,
}: OutgoingOptions = {}): Outgoing {
  const allowed = new Set(allow.map((host) => host.toLowerCase()))
  return async (request) => {
    const url = webAddress(request.url)
    const open = allowed.has(url.hostname) || allowed.has(url.host)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (!open && isIP(host) !== 0 && !isPublicAddress(host)) throw new OutgoingError('address-refused')
    return exchange(url, request, { timeoutMs, maxAnswerBytes, lookup: open ? lookup : guardedLookup })
  }
}

function webAddress(text: string): URL {
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password) {
    throw new OutgoingError('address-invalid')
  }
  return url
}

type Limits = { timeoutMs: number; maxAnswerBytes: number; lookup: LookupFunction }

function exchange(url: URL, request: OutgoingRequest, limits: Limits): Promise<OutgoingAnswer> {
  // One deadline for the whole exchange: a timeout between two bytes never ends on a slow drip.
  const signal = AbortSignal.timeout(limits.timeoutMs)
  const body = request.body === undefined ? undefined : Buffer.from(request.body, 'utf8')
  const options: RequestOptions = {
    method: request.method,
    headers: {
      'user-agent': 'Guichet',
      accept: 'application/json, */*;q=0.5',
      ...request.headers,
      ...(body ? { 'content-length': body.byteLength } : {}),
    },
    lookup: limits.lookup,
    agent: false,
    signal,
  }
  return new Promise<OutgoingAnswer>((resolve, reject) => {
    const fail = (error: unknown) => reject(asOutgoingError(error, signal.aborted))
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const sent = send(url, options, (answer) => {
      readAnswer(answer, limits.maxAnswerBytes).then(resolve, fail)
    })
    sent.on('error', fail)
    sent.end(body)
  })
}

async function readAnswer(answer: IncomingMessage, maxBytes: number): Promise<OutgoingAnswer> {
  const chunks: Buffer[] = []
  let size = 0
  // A stream without an encoding yields buffers.
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > maxBytes) throw new OutgoingError('answer-too-large')
    chunks.push(chunk)
  }
  return {
    status: answer.statusCode ?? 0,
    contentType: answer.headers['content-type'] ?? '',
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

function asOutgoingError(error: unknown, timedOut: boolean): OutgoingError {
  if (error instanceof OutgoingError) return error
  return new OutgoingError(timedOut ? 'timed-out' : 'no-answer', error)
}

/** Resolves a name and refuses when any of its addresses is not public: which one is used is not ours to choose. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const [first] = addresses
    if (!first || addresses.some(({ address }) => !isPublicAddress(address))) {
      return callback(new OutgoingError('address-refused'), '', 0)
    }
    if (options.all) return callback(null, addresses)
    return callback(null, first.address, first.family)
  })
}
