// SPDX-License-Identifier: MIT
import printIsland from 'virtual:island/print'
import { m } from '../../../paraglide/messages.js'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/icons/Icon.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** The codes, shown this once: to print, to download, and nowhere to be found again. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\r\n')}\r\n`)}`
  return (
    <section className="card sec">
      <h2>{m.security_codes_title()}</h2>
      <Notice tone="warn" title={m.security_codes_once()}>
        <p>{m.security_codes_use()}</p>
      </Notice>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="f-act no-print">
        <a className="btn btn--secondary" href={file} download={m.security_codes_file()}>
          <Icon name="download" />
          {m.security_codes_download()}
        </a>
        <script async src={printIsland} />
        <button className="btn btn--secondary" type="button" data-print="" hidden>
          <Icon name="printer" />
          {m.security_codes_print()}
        </button>
        <ButtonLink to="/compte/securite" look="primary">
          {m.security_codes_kept()}
        </ButtonLink>
      </div>
    </section>
  )
}
