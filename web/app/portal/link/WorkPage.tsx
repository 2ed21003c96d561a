// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import type { MessageTyped } from '../../entry/post-message.server.ts'
import { m } from '../../paraglide/messages.js'
import { AnswerList } from '../../ui/AnswerList.tsx'
import { FileList } from '../../ui/FileList.tsx'
import { Icon, iconNamed } from '../../ui/icons/Icon.tsx'
import { Help, Notice } from '../../ui/Notice.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import type { ShownRequest } from '../request/RequestPage.tsx'
import { RequestThread } from '../request/RequestThread.tsx'

interface Props {
  readonly request: ShownRequest
  readonly base: string
  readonly done: string | undefined
  readonly typed: MessageTyped | undefined
  readonly until: string
  readonly holder: string
}

/** A request as the service that must answer it sees it, without an account: all it needs, and its answers beside. */
export function WorkPage({ request, base, done, typed, until, holder }: Props) {
  const { entry } = request
  return (
    <>
      <p className="meta">
        <span>
          <Icon name="link" size="sm" />
          {m.portal_work_for({ name: holder })} {m.portal_work_until({ date: until })}
        </span>
      </p>
      <h1 className="p-title">{entry.title}</h1>
      <p className="meta">
        {entry.number !== null && <span className="num">{entry.number}</span>}
        <span>{m.portal_request_sent_on({ date: request.sentOn })}</span>
        {entry.state && (
          <StateBadge
            state={{ label: entry.state.label, tone: entry.state.tone, icon: entry.state.icon ?? undefined }}
          />
        )}
      </p>
      {done !== undefined && (
        <div className="mt">
          <Notice
            tone="ok"
            title={done === 'message' ? m.portal_request_message_sent() : m.portal_work_done()}
            announced
          />
        </div>
      )}
      <div className="two req-grid">
        <div className="stack">
          <Word request={request} />
          <section className="card">
            <div className="card__h">
              <h2>{m.portal_work_request()}</h2>
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
          {request.thread && (
            <RequestThread
              messages={request.thread}
              mayPost={entry.may.comment}
              typed={typed}
              action={base}
            />
          )}
        </div>
        <aside className="stack">
          <Answers request={request} base={base} />
          <p className="sm muted">{m.portal_work_warning()}</p>
        </aside>
      </div>
    </>
  )
}

/** The last words of the desk, before anything else. */
function Word({ request }: { request: ShownRequest }) {
  const word = request.thread?.findLast(({ side }) => side === 'us')
  if (!word) return null
  return (
    <Help title={m.portal_work_word()} icon="message-2">
      <p className="prewrap">{m.portal_request_quote({ text: word.body })}</p>
      <p className="sm">{m.portal_request_quote_by({ author: word.author, at: word.at.text })}</p>
    </Help>
  )
}

/** The answers that the service may give, each saying what follows. */
function Answers({ request: { entry }, base }: { request: ShownRequest; base: string }) {
  const open = entry.transitions.filter(({ refusedBecause }) => refusedBecause === null)
  return (
    <section className="card">
      <div className="card__h">
        <h2>{m.portal_work_answer()}</h2>
      </div>
      <div className="card__b">
        {open.length === 0 ? (
          <p className="muted">{m.portal_work_nothing()}</p>
        ) : (
          <ul>
            {open.map((transition) => (
              <li key={transition.key} className="pick">
                <Link to={`${base}/action/${transition.key}`}>
                  <Icon name={iconNamed(transition.icon ?? undefined, 'arrow-right')} />{' '}
                  <b>{transition.label}</b>
                </Link>
                {transition.consequence !== null && <p className="sm muted">{transition.consequence}</p>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
