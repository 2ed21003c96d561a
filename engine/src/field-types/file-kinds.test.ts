// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { acceptedTypes, fileRefusal } from './file-kinds.ts'

const photo = { mimeType: 'image/jpeg', bytes: 2_000_000 }
const program = { mimeType: 'application/x-msdownload', bytes: 1000 }

describe('a field that receives files', () => {
  it.each([
    ['a photo when nothing is set', {}, photo, undefined],
    ['a program when nothing is set', {}, program, 'file_kind'],
    ['a program when any file will do', { accept: ['any'] }, program, undefined],
    ['a photo when a PDF is asked', { accept: ['pdf'] }, photo, 'file_kind'],
    ['a photo as heavy as is allowed', { maxSizeMb: 2 }, photo, undefined],
    ['a photo heavier than is allowed', { maxSizeMb: 1.9 }, photo, 'file_size'],
    ['a photo heavier than is usual', {}, { ...photo, bytes: 20_000_001 }, 'file_size'],
  ] as const)('decides %s', (_, field, file, expected) => {
    expect(fileRefusal(field, file)?.code).toBe(expected)
  })

  it('tells the browser which types to offer, none in particular when any will do', () => {
    expect(acceptedTypes({ accept: ['pdf', 'text'] })).toEqual(['application/pdf', 'text/plain'])
    expect(acceptedTypes({ accept: ['pdf', 'any'] })).toEqual([])
  })
})
