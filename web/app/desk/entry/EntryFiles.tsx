// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { FileList, type FileItem } from '../../ui/FileList.tsx'
import { AddFiles } from './AddFiles.tsx'
import { PdfPreview } from './PdfPreview.tsx'

/** A file of the entry, with what the reader may do to it. */
export interface EntryFileItem extends FileItem {
  readonly internal: boolean
  readonly mayRemove: boolean
}

interface Props {
  readonly files: readonly EntryFileItem[]
  readonly mayAdd: boolean
  /** Address to which files are sent. */
  readonly action: string
}

/** Every file of the entry: pictures and PDF to look at, the others by name; then those to add. */
export function EntryFiles({ files, mayAdd, action }: Props) {
  const pictures = files.filter(({ thumb }) => thumb !== undefined)
  const others = files.filter(({ thumb }) => thumb === undefined)
  const firstPdf = others.find(isPdf)
  return (
    <>
      {pictures.length > 0 && (
        <section className="card mt">
          <div className="card__h">
            <h2>{m.entry_photos()}</h2>
          </div>
          <div className="card__b atts">
            {pictures.map((file) => (
              <figure key={file.id}>
                <a href={file.href} target="_blank" rel="noreferrer">
                  <img
                    src={`${file.thumb}?taille=grande`}
                    alt={m.files_preview({ name: file.name })}
                    loading="lazy"
                    width="400"
                    height="300"
                  />
                </a>
                <figcaption>
                  <b>{file.name}</b>
                  <small>{file.detail}</small>
                  <Own file={file} action={action} />
                </figcaption>
              </figure>
            ))}
          </div>
        </section>
      )}
      {(others.length > 0 || pictures.length === 0) && (
        <section className="card mt">
          <div className="card__b card__b--tight">
            {files.length === 0 && <p className="muted">{m.entry_files_none()}</p>}
            {others.map((file) => (
              <div key={file.id}>
                <FileList files={[file]} />
                <Own file={file} action={action} />
                {isPdf(file) && <PdfPreview file={file} open={file === firstPdf} />}
              </div>
            ))}
          </div>
        </section>
      )}
      {mayAdd && <AddFiles action={action} problems={[]} />}
    </>
  )
}

const isPdf = ({ kind }: FileItem): boolean => kind === 'pdf'

/** What tells one's own file from the others: who does not see it, and the way to take it away. */
function Own({ file, action }: { file: EntryFileItem; action: string }) {
  if (!file.internal && !file.mayRemove) return null
  return (
    <span className="row sm">
      {file.internal && <span className="muted">{m.files_internal()}</span>}
      {file.mayRemove && (
        <Form method="post" action={action}>
          <Button look="quiet" size="sm" icon="trash" name="retirer" value={file.id}>
            {m.files_remove()}
            <span className="vh"> {file.name}</span>
          </Button>
        </Form>
      )}
    </span>
  )
}
