// SPDX-License-Identifier: MIT
import type { Block } from '@guichet/engine'
import printIsland from 'virtual:island/print'
import { usePageFrame } from '../../page.ts'
import { m } from '../../paraglide/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { PortalFrame } from '../PortalFrame.tsx'

/** A receipt in words, with the day it was given. */
export interface ShownReceiptPage {
  readonly title: string
  readonly blocks: readonly Block[]
  readonly givenOn: string
}

/** A receipt as a letter: it is opened to be printed or kept. `base`: the page of its request. */
export function ReceiptPage({ receipt, base }: { receipt: ShownReceiptPage; base: string }) {
  const { tenant } = usePageFrame()
  return (
    <PortalFrame slim>
      <PageTitle title={receipt.title} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <p className="no-print">
          <a href={base}>{m.clock_receipt_back()}</a>
        </p>
        <article className="card letter">
          <header className="letter__h">
            <Mark />
            <p>
              <b>{tenant.name}</b>
              {tenant.address.map((line) => (
                <span key={line}>
                  <br />
                  {line}
                </span>
              ))}
            </p>
          </header>
          <h1>{receipt.title}</h1>
          <p className="muted">{m.clock_receipt_given({ date: receipt.givenOn })}</p>
          {receipt.blocks.map((block, at) => (
            // The words of a receipt are never moved.
            <BlockOf key={at} block={block} />
          ))}
        </article>
        <div className="no-print">
          <script async src={printIsland} />
          <button className="btn btn--secondary" type="button" data-print="" hidden>
            <Icon name="printer" />
            {m.clock_receipt_print_button()}
          </button>
          <p className="sm muted">{m.clock_receipt_print()}</p>
        </div>
      </main>
    </PortalFrame>
  )
}

function BlockOf({ block: { kind, lines } }: { block: Block }) {
  const words = lines.map((runs, line) =>
    runs.map(({ text, bold }, at) => {
      const key = `${line} ${at}`
      return bold ? <b key={key}>{text}</b> : <span key={key}>{text}</span>
    }),
  )
  switch (kind) {
    case 'heading':
      return <h2>{words}</h2>
    case 'list':
      return (
        <ul>
          {words.map((line, at) => (
            <li key={at}>{line}</li>
          ))}
        </ul>
      )
    case 'note':
      return (
        <blockquote>
          {words.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </blockquote>
      )
    case 'paragraph':
      return <p>{words}</p>
  }
}
