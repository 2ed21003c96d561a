// SPDX-License-Identifier: MIT
import type { Readable } from 'node:stream'
import type { Platform } from '../../platform/context.ts'
import { type Attachment, attachmentView, type StoredAttachment } from './attachment.ts'

/** A file to hand over: the headers of the answer, and its content. */
export type ServedFile = {
  readonly attachment: Attachment
  readonly headers: Readonly<Record<string, string>>
  open(): Promise<Readable>
}

/** Whether a browser shows this type in a page. */
export const isShownInPlace = ({ mediaType }: Attachment): boolean => inlineTypes.has(mediaType)

/** What a browser may show in place. Everything else is downloaded: an HTML or SVG page would act as this site. */
const inlineTypes = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
])

/** Types that a browser would run if it opened them: sent as bytes without a meaning. */
const activeTypes =
  /^(text\/html|image\/svg\+xml|application\/xml|text\/xml|application\/xhtml\+xml|.*javascript)$/

/**
 * How a stored file is handed over. Decides nothing about who may read it: the caller has.
 *
 * The type is the one its content showed, and browsers are told not to guess another. Whatever is shown in place has
 * no rights of this site: no script, no form, no request of its own.
 */
export function serveAttachment(platform: Platform, stored: StoredAttachment): ServedFile {
  const { name, mediaType, size } = stored
  const inline = inlineTypes.has(mediaType)
  return {
    attachment: attachmentView(stored),
    headers: {
      'content-type': contentType(mediaType),
      'content-length': String(size),
      'content-disposition': disposition(inline ? 'inline' : 'attachment', name),
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // Kept by the reader's browser only, and asked again each time: the right to read may have ended.
      'cache-control': 'private, no-cache',
      etag: `"${stored.sha256}"`,
    },
    open: () => platform.storage.read(stored.sha256),
  }
}

function contentType(mediaType: string): string {
  if (activeTypes.test(mediaType)) return 'application/octet-stream'
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType
}

/** RFC 6266: a plain name for old programs, the real one in UTF-8 (RFC 8187) for the others. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
