// SPDX-License-Identifier: MIT
import { fileTypeFromBuffer } from 'file-type'
import { type FileContent, fileContent } from './file-types.ts'

/** What is read of a file to tell its type: enough for the first entries of a DOCX, XLSX or ODT. */
export const headBytes = 65_536

const unknown = fileContent('application/octet-stream')

/** Old Office types share one container, which does not tell them apart in its first bytes: their names do. */
const compoundTypes: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msi: 'application/x-msi',
}

/**
 * What a file is, by its first bytes. `extension` is what its name claims: it only tells apart what contents cannot
 * (a table of values from another text, one old Office type from another).
 */
export async function sniffContent(head: Uint8Array, extension?: string): Promise<FileContent> {
  const recognised = await recognisedType(head)
  if (recognised?.mime === 'application/x-cfb') {
    return fileContent(compoundTypes[extension ?? ''] ?? recognised.mime, extension)
  }
  if (recognised && recognised.mime !== 'application/xml') return fileContent(recognised.mime, recognised.ext)
  if (isLatePdf(head)) return fileContent('application/pdf')
  const text = textOf(head)
  return text === undefined ? unknown : textContent(text, extension)
}

async function recognisedType(head: Uint8Array) {
  // A file cut short, or made to mislead the reader of its type, is a file of no known type.
  return fileTypeFromBuffer(head, { maxBufferSize: headBytes }).catch(() => undefined)
}

/** Some scanners write blank lines or a byte-order mark before the PDF header (ISO 32000-1, annex H.3.4.1). */
function isLatePdf(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 1024)).toString('latin1')
  return /^(\u00ef\u00bb\u00bf|\s|\0)*%PDF-\d/.test(start)
}

/** The head as text, in UTF-8, UTF-16 with its mark, or the Windows set; `undefined` when it is no text. */
function textOf(head: Uint8Array): string | undefined {
  const utf16 =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : undefined
  const text = utf16 ? decode(head, utf16) : (decode(head, 'utf-8') ?? decode(head, 'windows-1252'))
  // Texts hold no control character but tab, line feed, form feed and carriage return.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text === undefined || /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f-\u009f]/.test(text)
    ? undefined
    : text
}

function decode(head: Uint8Array, encoding: string): string | undefined {
  try {
    // `stream`: the head may end in the middle of a character.
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
  } catch {
    return undefined
  }
}

function textContent(text: string, extension: string | undefined): FileContent {
  const start = text.replace(/^\s+/u, '').slice(0, 4096).toLowerCase()
  if (start.startsWith('#!')) return fileContent('application/x-sh', extension)
  if (/^<(!doctype html|html|head|body|script|iframe)/.test(start)) return fileContent('text/html')
  if (/^<(\?xml|!doctype|!--|svg)/.test(start)) {
    if (start.includes('<svg')) return fileContent('image/svg+xml')
    return fileContent(start.includes('<html') ? 'text/html' : 'application/xml')
  }
  if (/^<[a-z!?]/.test(start)) return fileContent('application/xml')
  return fileContent(extension === 'csv' ? 'text/csv' : 'text/plain')
}
