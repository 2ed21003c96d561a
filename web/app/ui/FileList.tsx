// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { Icon, type IconName } from './icons/Icon.tsx'

export interface FileItem {
  readonly id: string
  readonly name: string
  /** « PDF, 184 Ko, 18 novembre ». */
  readonly detail: string
  readonly href: string
  /** The picture made small, when it is one. */
  readonly thumb?: string | undefined
  readonly kind: string
}

const icons: Record<string, IconName> = {
  pdf: 'file-type-pdf',
  image: 'photo',
  word: 'file-type-docx',
  sheet: 'file-spreadsheet',
}

/** Kinds that a browser shows itself, as the server sends them. */
const opens = new Set(['image', 'pdf'])

/** Files to open. The link says of which file, for those who hear it out of the list. */
export function FileList({ files }: { files: readonly FileItem[] }) {
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id} className="file">
          <Icon name={icons[file.kind] ?? 'file'} />
          <div className="grow">
            <b>{file.name}</b>
            <small>{file.detail}</small>
          </div>
          <a href={file.href}>
            {opens.has(file.kind) ? m.ui_file_see() : m.ui_file_download()}
            <span className="vh"> {file.name}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
