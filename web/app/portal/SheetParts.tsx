// SPDX-License-Identifier: MIT
import type { ProcedureSheet } from '@guichet/server'
import type { ReactNode } from 'react'
import { m } from '../paraglide/messages.js'
import { ModelLink } from '../ui/ModelLink.tsx'
import { Notice } from '../ui/Notice.tsx'

export interface SheetPart {
  readonly id: string
  readonly title: string
  readonly content: ReactNode
}

/** The parts a sheet has something to say in, in the order they are read. */
export function sheetParts(sheet: ProcedureSheet): SheetPart[] {
  return [
    part(
      'resume',
      m.portal_sheet_summary(),
      sheet.facts.length > 0 || sheet.notice ? <Summary sheet={sheet} /> : null,
    ),
    part(
      'deroulement',
      m.portal_sheet_steps(),
      sheet.steps.length > 0 ? <StepList steps={sheet.steps} /> : null,
    ),
    part(
      'pieces',
      m.portal_sheet_documents(),
      sheet.documents.length > 0 ? <Documents sheet={sheet} /> : null,
    ),
    part(
      'delais',
      m.portal_sheet_delays(),
      sheet.minutes || sheet.answerDays || sheet.silence ? <Delays sheet={sheet} /> : null,
    ),
    part(
      'questions',
      m.portal_sheet_questions(),
      sheet.questions.length > 0 ? <Questions sheet={sheet} /> : null,
    ),
  ].filter(({ content }) => content !== null)
}

const part = (id: string, title: string, content: ReactNode): SheetPart => ({ id, title, content })

export function SheetParts({ parts }: { parts: readonly SheetPart[] }) {
  return parts.map(({ id, title, content }) => (
    <section key={id} id={id}>
      <h2>{title}</h2>
      {content}
    </section>
  ))
}

function Summary({ sheet }: { sheet: ProcedureSheet }) {
  return (
    <>
      {sheet.facts.length > 0 && (
        <dl className="facts">
          {sheet.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {sheet.notice && (
        <Notice tone="warn" title={sheet.notice.title}>
          <p>{sheet.notice.body}</p>
        </Notice>
      )}
    </>
  )
}

function StepList({ steps }: Pick<ProcedureSheet, 'steps'>) {
  return (
    <ol className="nlist">
      {steps.map(({ title, detail }) => (
        <li key={title}>
          <b>{title}</b>
          <p>{detail}</p>
        </li>
      ))}
    </ol>
  )
}

function Documents({ sheet }: { sheet: ProcedureSheet }) {
  return (
    <ul className="card pieces">
      {sheet.documents.map(({ title, detail, model }) => (
        <li key={title} className="piece">
          <b>{title}</b>
          {detail !== undefined && <p>{detail}</p>}
          {model && <ModelLink {...model} />}
        </li>
      ))}
    </ul>
  )
}

function Delays({ sheet: { minutes, answerDays, silence } }: { sheet: ProcedureSheet }) {
  return (
    <>
      <div className="delays">
        {minutes !== undefined && (
          <div>
            <b>{m.portal_sheet_minutes_big({ minutes })}</b>
            <p>{m.portal_sheet_minutes()}</p>
          </div>
        )}
        {answerDays !== undefined && (
          <div>
            <b>{m.portal_sheet_days_big({ count: answerDays })}</b>
            <p>{m.portal_sheet_days()}</p>
          </div>
        )}
      </div>
      {silence !== undefined && <p className="mt">{silence}</p>}
    </>
  )
}

function Questions({ sheet }: { sheet: ProcedureSheet }) {
  return (
    <div className="faq">
      {sheet.questions.map(({ question, answer }, index) => (
        <details key={question} open={index === 0}>
          <summary>{question}</summary>
          <p>{answer}</p>
        </details>
      ))}
    </div>
  )
}
