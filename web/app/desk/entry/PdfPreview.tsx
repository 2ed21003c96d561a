// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import type { FileItem } from '../../ui/FileList.tsx'

/**
 * A PDF in the browser's own viewer, read only once it is unfolded. The file is served without any right of this site,
 * to whoever may read it. A telephone has no such viewer in a page: there the link alone stays.
 */
export function PdfPreview({ file, open }: { file: FileItem; open: boolean }) {
  return (
    <details className="pdfv no-print" open={open}>
      <summary>
        {m.files_preview_show()}
        <span className="vh"> {file.name}</span>
      </summary>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- browsers show no PDF in one; the file itself comes with a sandbox */}
      <iframe
        src={`${file.href}#view=FitH&navpanes=0`}
        title={m.files_preview({ name: file.name })}
        loading="lazy"
      />
    </details>
  )
}
