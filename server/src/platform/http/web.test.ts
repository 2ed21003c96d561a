// SPDX-License-Identifier: MIT
import type { FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import { refuseForeignForms } from './web.ts'

const publicUrl = 'https://guichet.plassans.example'

function sent(headers: Record<string, string>, method = 'POST'): () => void {
  // Only what the decision reads.
  const request = {
    method,
    headers,
    host: headers['host'] ?? 'guichet.plassans.example',
  } as unknown as FastifyRequest
  return () => refuseForeignForms(request, publicUrl)
}

describe('a form', () => {
  it.each([
    ['by its own page', { origin: publicUrl }],
    ['by its own page, as the browser vouches', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    [
      'by its own page under another name of the machine',
      { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
    ],
    ['by a program', {}],
  ])('is taken when it is sent %s', (_, headers) => {
    expect(sent(headers)).not.toThrow()
  })

  it.each([
    ['by another site', { origin: 'https://evil.example' }],
    [
      'by a neighbour under the same domain',
      { origin: 'https://blog.plassans.example', 'sec-fetch-site': 'same-site' },
    ],
    ['by a page without an address', { origin: 'null' }],
    ['with an origin that is none', { origin: 'x' }],
  ])('is refused when it is sent %s', (_, headers) => {
    expect(sent(headers)).toThrow('foreign-site')
  })

  it('does not concern reading', () => {
    expect(sent({ origin: 'https://evil.example' }, 'GET')).not.toThrow()
  })
})
