// SPDX-License-Identifier: MIT
import type { TemplatePreview } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { Phone } from '../Phone.tsx'

/** A message as its reader sees it, but for the HTML of a mail, which has a frame of its own. */
export function Preview({ preview, body }: { preview: TemplatePreview; body: string }) {
  if (preview.kind === 'texts') {
    return (
      <>
        <Phone from={body} text={preview.text} />
        <p className="muted">{m.studio_sms_parts({ count: preview.parts, signs: preview.text.length })}</p>
      </>
    )
  }
  return (
    <>
      <p>
        <span className="muted">{m.studio_part_subject()}</span> <b>{preview.subject}</b>
      </p>
      <details className="mt">
        <summary>{m.desk_mail_text()}</summary>
        <div className="prewrap">{preview.text}</div>
      </details>
    </>
  )
}
