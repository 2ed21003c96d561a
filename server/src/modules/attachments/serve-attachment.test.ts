// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import type { StoredAttachment } from './attachment.ts'
import { serveAttachment } from './serve-attachment.ts'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await aTenant()
})
afterAll(() => tenant.close())

function headers(name: string, mediaType: string) {
  const stored: StoredAttachment = {
    id: '0',
    name,
    mediaType,
    kind: 'other',
    size: 3,
    createdAt: tenant.clock.now(),
    sha256: '0'.repeat(64),
    entryId: null,
    draftId: null,
    field: null,
    messageId: null,
    uploadedBy: 'nobody',
    shared: null,
  }
  return serveAttachment(tenant.platform, stored).headers
}

describe('a file handed over', () => {
  it.each([
    ['a.pdf', 'application/pdf', 'inline'],
    ['a.png', 'image/png', 'inline'],
    ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'attachment'],
    ['a.zip', 'application/zip', 'attachment'],
    ['a.tif', 'image/tiff', 'attachment'],
  ])('%s is shown or downloaded as the browser can: %s, %s', (name, type, how) => {
    const given = headers(name, type)
    expect(given['content-type']).toBe(type)
    expect(given['content-disposition']).toMatch(new RegExp(`^${how};`))
  })

  it.each(['text/html', 'image/svg+xml', 'application/xml', 'application/javascript'])(
    '%s is bytes without a meaning, downloaded',
    (type) => {
      expect(headers('a.html', type)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringMatching(/^attachment;/) as string,
        'x-content-type-options': 'nosniff',
      })
    },
  )

  it('keeps its name, whatever its letters, and lets none of them out of the header', () => {
    expect(headers('Pièce "d’été" (1)%.pdf', 'application/pdf')['content-disposition']).toBe(
      `inline; filename="Piece _dete_ (1)_.pdf"; filename*=UTF-8''Pi%C3%A8ce%20%22d%E2%80%99%C3%A9t%C3%A9%22%20%281%29%25.pdf`,
    )
  })
})
