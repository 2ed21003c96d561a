// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { storedZip } from '../../testing/stored-zip.ts'
import { headBytes, sniffContent } from './sniff-content.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const png = Buffer.concat([
  bytes('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'),
  Buffer.alloc(40),
  bytes('\x00\x00\x00\x00IDAT'),
])
const docx = storedZip({
  '[Content_Types].xml':
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  'word/document.xml': '<w:document/>',
})
const odt = storedZip({ mimetype: 'application/vnd.oasis.opendocument.text' })
const zip = storedZip({ 'a.txt': 'bonjour' })

describe('the type of a file, by its content', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n'), 'x.exe', 'application/pdf', 'pdf'],
    [
      'a PDF after the blank lines of a scanner',
      bytes('\r\n\r\n%PDF-1.4\n'),
      'x.pdf',
      'application/pdf',
      'pdf',
    ],
    ['a JPEG', bytes('\xff\xd8\xff\xe0\x00\x10JFIF\x00'), 'x.png', 'image/jpeg', 'image'],
    ['a PNG', png, 'x.png', 'image/png', 'image'],
    [
      'a DOCX',
      docx,
      'x.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'word',
    ],
    ['an ODT', odt, 'x.odt', 'application/vnd.oasis.opendocument.text', 'word'],
    ['a ZIP', zip, 'x.docx', 'application/zip', 'archive'],
    ['a text', Buffer.from('Voilà, c’est écrit.'), 'x.pdf', 'text/plain', 'text'],
    ['a text of old Windows', bytes('d\xe9j\xe0 vu \x80'), 'x.txt', 'text/plain', 'text'],
    ['a table of values', Buffer.from('nom;âge\nÉlise;42\n'), 'x.csv', 'text/csv', 'sheet'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'x.png', 'image/svg+xml', 'other'],
    [
      'an SVG with its prologue',
      Buffer.from('<?xml version="1.0"?>\n<svg/>'),
      'x.svg',
      'image/svg+xml',
      'other',
    ],
    ['a page', Buffer.from('  <!DOCTYPE html><script>'), 'x.txt', 'text/html', 'other'],
    ['a fragment of page', Buffer.from('<img src=x onerror=alert(1)>'), 'x.csv', 'application/xml', 'other'],
    ['something unknown', Buffer.from([1, 2, 3, 0, 255]), 'x.pdf', 'application/octet-stream', 'other'],
  ])('%s, called %s', async (_what, head, name, mediaType, kind) => {
    expect(await sniffContent(head, name.slice(2))).toMatchObject({ mediaType, kind, program: false })
  })

  it.each([
    ['of Windows', bytes(`MZ${'\0'.repeat(100)}`)],
    ['of Linux', bytes(`\x7fELF${'\0'.repeat(100)}`)],
    ['in a script', Buffer.from('#!/bin/sh\nrm -rf /')],
  ])('a program %s is one whatever its name', async (_what, head) => {
    expect((await sniffContent(head, 'pdf')).program).toBe(true)
  })

  it('takes the name’s word only between old Office types', async () => {
    const container = bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}`)
    expect((await sniffContent(container, 'doc')).mediaType).toBe('application/msword')
    expect((await sniffContent(container, 'msi')).program).toBe(true)
    expect((await sniffContent(container, 'pdf')).kind).toBe('other')
  })

  it('does not fail on a text cut in the middle of a character, nor on a broken archive', async () => {
    const text = Buffer.from('é'.repeat(headBytes)).subarray(0, headBytes - 1)
    expect((await sniffContent(text, 'txt')).mediaType).toBe('text/plain')
    expect((await sniffContent(zip.subarray(0, 20), 'docx')).kind).not.toBe('word')
  })
})
