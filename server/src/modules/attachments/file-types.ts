// SPDX-License-Identifier: MIT
import { type FileKind, fileKinds } from '@guichet/engine'

/** What the content of a file shows that it is. */
export type FileContent = {
  readonly mediaType: string
  /** The usual extension first; none for a content of no known type. */
  readonly extensions: readonly string[]
  readonly kind: FileKind | 'other'
  /** A program: what opening it would run. Never accepted. */
  readonly program: boolean
}

/** Extensions of the types an administration receives. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/avif': ['avif'],
  'image/gif': ['gif'],
  'image/tiff': ['tif', 'tiff'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/msword': ['doc'],
  'application/rtf': ['rtf', 'doc'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.ms-excel': ['xls'],
  'text/csv': ['csv'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/vnd.ms-powerpoint': ['ppt'],
  'text/plain': ['txt'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/wav': ['wav'],
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  'video/quicktime': ['mov'],
  'application/zip': ['zip'],
  // Never of a kind that a field asks for: known so that they are named for what they are.
  'image/svg+xml': ['svg'],
  'text/html': ['html', 'htm'],
  'application/xml': ['xml'],
}

/** Names that `file-type` gives to types that the engine calls otherwise. */
const aliases: Readonly<Record<string, string>> = {
  'image/heif': 'image/heic',
  'audio/x-m4a': 'audio/mp4',
  'audio/opus': 'audio/ogg',
  'audio/vnd.wave': 'audio/wav',
  'video/x-m4v': 'video/mp4',
  'text/rtf': 'application/rtf',
}

const programs = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-archive',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/x-ms-shortcut',
  'application/x-ms-regedit',
  'application/x-msi',
  'application/x-sh',
  'application/wasm',
])

/** What is known of a media type. */
export function fileContent(mediaType: string, extension?: string): FileContent {
  const type = aliases[mediaType] ?? mediaType
  return {
    mediaType: type,
    extensions: extensions[type] ?? (extension === undefined ? [] : [extension]),
    kind: kindOf(type),
    program: programs.has(type),
  }
}

/** The type that a name claims, when its extension is one of those above. */
export function claimedType(extension: string | undefined): string | undefined {
  if (extension === undefined) return undefined
  return Object.keys(extensions).find((type) => extensions[type]?.includes(extension))
}

function kindOf(mediaType: string): FileKind | 'other' {
  const found = Object.entries(fileKinds).find(([, types]) =>
    (types as readonly string[]).includes(mediaType),
  )
  // The keys of `fileKinds` are file kinds; `Object.entries` forgets it.
  return found ? (found[0] as FileKind) : 'other'
}
