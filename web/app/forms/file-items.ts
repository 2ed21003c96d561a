// SPDX-License-Identifier: MIT
import type { Attachment } from '@guichet/server'
import type { DateWords } from '../ui/dates.ts'
import type { UploadedFile } from '../ui/fields/form-state.ts'
import type { FileItem } from '../ui/FileList.tsx'
import { sizeWords } from './sizes.ts'

/** Pictures that every browser shows in a page. */
const shownTypes = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

export const isShownImage = ({ mediaType }: Pick<Attachment, 'mediaType'>): boolean =>
  shownTypes.has(mediaType)

/** A file as a list shows it. `folder`: the address under which its id opens it. */
export function fileItem(file: Attachment, folder: string, dates: DateWords): FileItem {
  const extension = /\.(\w{2,5})$/.exec(file.name)?.[1]?.toUpperCase()
  return {
    id: file.id,
    name: file.name,
    detail: [extension, sizeWords(file.size), dates.day(file.createdAt)].filter(Boolean).join(', '),
    href: `${folder}/${file.id}`,
    ...(isShownImage(file) && { thumb: `${folder}/${file.id}/vignette` }),
    kind: file.kind,
  }
}

/** Files received, by id, as the editor of a field shows them. */
export function uploadedFiles(files: readonly Attachment[], folder: string): Record<string, UploadedFile> {
  return Object.fromEntries(
    files.map((file) => [
      file.id,
      {
        id: file.id,
        name: file.name,
        size: sizeWords(file.size),
        href: `${folder}/${file.id}`,
        isImage: isShownImage(file),
        thumb: `${folder}/${file.id}/vignette`,
      },
    ]),
  )
}
