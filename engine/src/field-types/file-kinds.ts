// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { localizedText } from '../text/localized.ts'
import { fileKindTitles } from './titles.ts'
import type { FieldProblem } from './problem.ts'

/** Types that may be asked by kind; their content is recognised by the server, which never trusts a name. */
export const fileKinds = {
  pdf: ['application/pdf'],
  image: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/avif', 'image/gif', 'image/tiff'],
  word: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text',
    'application/msword',
    'application/rtf',
  ],
  sheet: [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.ms-excel',
    'text/csv',
  ],
  slides: [
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/vnd.oasis.opendocument.presentation',
    'application/vnd.ms-powerpoint',
  ],
  text: ['text/plain'],
  audio: ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav'],
  video: ['video/mp4', 'video/webm', 'video/quicktime'],
  archive: ['application/zip'],
  any: [],
} as const satisfies Record<keyof typeof fileKindTitles, readonly string[]>

export type FileKind = keyof typeof fileKinds

const kindKeys = Object.keys(fileKinds) as [FileKind, ...FileKind[]] // keys of the literal above

/**
 * A form to fill in and join, or an example to follow: downloaded from who publishes it, so that it is never an old one.
 * `https` only: whoever fills it in trusts it.
 */
export const fileModel = z.strictObject({ label: localizedText, url: z.url({ protocol: /^https$/ }) })
export type FileModel = z.infer<typeof fileModel>

/** Settings of a field that receives files. */
export const fileSettings = {
  /** What to download first, when there is something. */
  model: fileModel.optional(),
  /** PDF, images and office texts when absent: what an administration can open. */
  accept: z.array(z.enum(kindKeys)).min(1).optional(),
  /** The server's own limit still applies. */
  maxSizeMb: z.number().min(0.1).max(2000).optional(),
}

export type FileSettings = {
  readonly accept?: readonly FileKind[] | undefined
  readonly maxSizeMb?: number | undefined
}

const usualKinds: readonly FileKind[] = ['pdf', 'image', 'word']
const usualMaxSizeMb = 20

export function acceptedKinds(field: FileSettings): readonly FileKind[] {
  return field.accept ?? usualKinds
}

export function maxSizeMb(field: FileSettings): number {
  return field.maxSizeMb ?? usualMaxSizeMb
}

/** MIME types that the field accepts, for the input's `accept`; empty when it accepts any. */
export function acceptedTypes(field: FileSettings): readonly string[] {
  const kinds = acceptedKinds(field)
  return kinds.includes('any') ? [] : kinds.flatMap((kind) => fileKinds[kind])
}

/** Decides a file by the type that its content shows and its size; `undefined`: accepted. */
export function fileRefusal(
  field: FileSettings,
  file: { mimeType: string; bytes: number },
): FieldProblem | undefined {
  const types = acceptedTypes(field)
  if (types.length > 0 && !types.includes(file.mimeType)) {
    return { code: 'file_kind', params: { kinds: acceptedKinds(field).join(',') } }
  }
  const maxMb = maxSizeMb(field)
  return file.bytes > maxMb * 1_000_000 ? { code: 'file_size', params: { maxMb } } : undefined
}

export function isFileKind(text: string): text is FileKind {
  return Object.hasOwn(fileKinds, text)
}
