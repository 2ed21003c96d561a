// SPDX-License-Identifier: MIT
import { type FieldProblem, fileRefusal, type FileSettings } from '@guichet/engine'
import { extensionOf } from './file-name.ts'
import { claimedType, type FileContent } from './file-types.ts'

/** Extensions under which a program goes openly. */
const programExtensions = new Set([
  'exe',
  'dll',
  'com',
  'scr',
  'msi',
  'bat',
  'sh',
  'jar',
  'apk',
  'lnk',
  'reg',
  'wasm',
])

/**
 * Decides whether a file may be received, by what its content shows. `undefined`: it may, unless it proves too large.
 *
 * A program is refused everywhere, even where any kind is accepted: no administration needs one from the public. A
 * name that claims an accepted type its content is not gets its own sentence, because the file looks right to whoever
 * sends it.
 */
export function judgeFile(field: FileSettings, name: string, content: FileContent): FieldProblem | undefined {
  const extension = extensionOf(name)
  if (content.program) {
    return extension === undefined || programExtensions.has(extension)
      ? { code: 'file_program' }
      : { code: 'file_disguised', params: { extension } }
  }
  const refusal = fileRefusal(field, { mimeType: content.mediaType, bytes: 0 })
  const claimed = claimedType(extension)
  if (refusal && extension && claimed && !fileRefusal(field, { mimeType: claimed, bytes: 0 })) {
    return { code: 'file_disguised', params: { extension } }
  }
  return refusal
}
