// SPDX-License-Identifier: MIT
import type { EntryView, TransitionView } from '@guichet/server'
import type { ReactNode } from 'react'
import type { MessageTyped } from '../../entry/post-message.server.ts'
import { m } from '../../paraglide/messages.js'
import { AnswerList, type ShownAnswer } from '../../ui/AnswerList.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { FileList, type FileItem } from '../../ui/FileList.tsx'
import { Icon, iconNamed } from '../../ui/icons/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StateBadge, type ShownState } from '../../ui/StateBadge.tsx'
import type { ThreadMessage } from '../../ui/Thread.tsx'
import { TrackingSteps, type TrackingStep } from '../../ui/TrackingSteps.tsx'
import { PrintButton } from '../PrintButton.tsx'
import { RequestClock, type ShownRequestClock } from './RequestClock.tsx'
import { RequestThread } from './RequestThread.tsx'

/** A request as its applicant reads it. */
export interface ShownRequest {
  readonly entry: EntryView
  readonly sentOn: string
  readonly state: ShownState | undefined
  readonly steps: readonly TrackingStep[]
  readonly answers: readonly ShownAnswer[]
  readonly files: readonly FileItem[]
  readonly thread: readonly ThreadMessage[] | undefined
  /** What the body last asked, when it waits for the applicant. */
  readonly expected: { readonly word: ShownWord | undefined; readonly asked: readonly AskedOf[] } | undefined
  /** What the body answered, once the request is closed. */
  readonly answer: ShownWord | undefined
  readonly clock: ShownRequestClock | undefined
}

/** An answer to correct or complete, with what was said of it. */
export interface AskedOf {
  readonly label: string
  readonly word: string | undefined
}

/** Words written to the applicant, and who wrote them when. */
export interface ShownWord {
  readonly text: string
  readonly by: string
}

interface Props {
  readonly request: ShownRequest
  /** Address of this page: its actions are under it. */
  readonly base: string
  readonly done: string | undefined
  readonly typed: MessageTyped | undefined
  /** Boxes of the side column besides progress. */
  readonly children?: ReactNode
}

/** What is expected first, then the discussion, the answers and the documents; progress beside. */
export function RequestPage({ request, base, done, typed, children }: Props) {
  const { entry } = request
  const [primary, others] = actionsOf(entry)
  return (
    <>
      <div className="req-h">
        <h1 className="p-title">{entry.title}</h1>
        <PrintButton />
        <p className="meta">
          {entry.number !== null && (
            <span className="num">{m.portal_request_number({ number: entry.number })}</span>
          )}
          <span>{m.portal_request_sent_on({ date: request.sentOn })}</span>
          {request.state && <StateBadge state={request.state} />}
          {entry.heldBy && (
            <span>
              <Icon name="user" size="sm" />
              {m.portal_request_held_by({ name: entry.heldBy.title })}
            </span>
          )}
        </p>
      </div>
      {done !== undefined && (
        <div className="mt">
          <Notice
            tone="ok"
            title={done === 'message' ? m.portal_request_message_sent() : m.portal_request_moved()}
            announced
          />
        </div>
      )}
      {request.expected && (
        <Expected
          expected={request.expected}
          actions={primary}
          base={base}
          hasThread={request.thread !== undefined}
        />
      )}
      <div className="two req-grid">
        <div className="stack">
          {request.answer && <Answer word={request.answer} />}
          {request.thread && (
            <RequestThread
              messages={request.thread}
              mayPost={entry.may.comment}
              typed={typed}
              action={base}
            />
          )}
          <section className="card">
            <div className="card__h">
              <h2>{m.portal_request_answers()}</h2>
            </div>
            <div className="card__b">
              <AnswerList answers={request.answers} />
            </div>
          </section>
          {request.files.length > 0 && (
            <section className="card">
              <div className="card__h">
                <h2>{m.portal_request_documents()}</h2>
              </div>
              <div className="card__b docs">
                <FileList files={request.files} />
              </div>
            </section>
          )}
        </div>
        <aside className="stack">
          {request.steps.length > 0 && (
            <section className="card">
              <div className="card__h">
                <h2>{m.portal_request_progress()}</h2>
              </div>
              <div className="card__b">
                <TrackingSteps steps={request.steps} />
              </div>
            </section>
          )}
          {request.clock && <RequestClock clock={request.clock} base={base} />}
          {children}
          <OtherActions actions={request.expected ? others : [...primary, ...others]} base={base} />
        </aside>
      </div>
    </>
  )
}

/** What is waited for comes first; what undoes or withdraws is kept apart. */
function actionsOf({ transitions }: EntryView): [TransitionView[], TransitionView[]] {
  const open = transitions.filter(({ refusedBecause }) => refusedBecause === null)
  return [
    open.filter(({ emphasis }) => emphasis === 'primary'),
    open.filter(({ emphasis }) => emphasis !== 'primary'),
  ]
}

function Expected({
  expected,
  actions,
  base,
  hasThread,
}: {
  expected: NonNullable<ShownRequest['expected']>
  actions: readonly TransitionView[]
  base: string
  hasThread: boolean
}) {
  return (
    <section className="todo tone-warn" aria-labelledby="expected">
      <Icon name="message-circle-question" size="lg" />
      <div className="grow">
        <h2 id="expected">{m.portal_request_expected()}</h2>
        {expected.word && <Word word={expected.word} />}
        {expected.asked.length > 0 && (
          <>
            <p className="expects-h">{m.request_asked()}</p>
            <ul className="expects">
              {expected.asked.map(({ label, word }) => (
                <li key={label}>
                  <b>{label}</b>
                  {word !== undefined && ` – ${word}`}
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="row row--wrap todo__a">
          {actions.map((action) => (
            <ButtonLink
              key={action.key}
              to={`${base}/action/${action.key}`}
              look="primary"
              icon={iconNamed(action.icon ?? undefined, 'pencil')}
            >
              {action.label}
            </ButtonLink>
          ))}
          {hasThread && (
            <a className="btn btn--secondary" href="#fil">
              {m.portal_request_answer_only()}
            </a>
          )}
        </div>
      </div>
    </section>
  )
}

/** The answer of the body: what the applicant came to read. */
function Answer({ word }: { word: ShownWord }) {
  return (
    <section className="card">
      <div className="card__h">
        <h2>{m.portal_request_our_answer()}</h2>
      </div>
      <div className="card__b">
        <Word word={word} />
      </div>
    </section>
  )
}

function Word({ word: { text, by } }: { word: ShownWord }) {
  return (
    <>
      <blockquote className="prewrap">{m.portal_request_quote({ text })}</blockquote>
      <p className="sm muted">{by}</p>
    </>
  )
}

function OtherActions({ actions, base }: { actions: readonly TransitionView[]; base: string }) {
  if (actions.length === 0) return null
  return (
    <nav aria-label={m.portal_request_other_actions()}>
      <ul>
        {actions.map((action) => (
          <li key={action.key}>
            <a href={`${base}/action/${action.key}`}>{action.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
