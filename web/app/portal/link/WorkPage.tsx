// SPDX-License-Identifier: MIT
import type { EntryFile, EntryView, TransitionForm } from '@guichet/server'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { MessageTyped } from '../../entry/post-message.server.ts'
import type { ShownClock } from '../../entry/shown-clock.ts'
import { m } from '../../paraglide/messages.js'
import { AnswerList, type ShownAnswer } from '../../ui/AnswerList.tsx'
import { FileList, type FileItem } from '../../ui/FileList.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Help, Notice } from '../../ui/Notice.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import type { ThreadMessage } from '../../ui/Thread.tsx'
import { Timeline, type TimelineEvent } from '../../ui/Timeline.tsx'
import { PrintButton } from '../PrintButton.tsx'
import { RequestThread } from '../request/RequestThread.tsx'
import { type Choice, WorkAnswer } from './WorkAnswer.tsx'
import { WorkClock } from './WorkClock.tsx'

/** An entry as the service that must answer it sees it. */
export interface ShownWork {
  readonly entry: EntryView
  readonly passedOn: { readonly by: string; readonly at: string } | undefined
  readonly sentOn: string
  /** What those who passed it on say of it. */
  readonly word: string | undefined
  readonly answers: readonly ShownAnswer[]
  readonly photos: readonly FileItem[]
  readonly contact: readonly ShownAnswer[]
  readonly files: readonly FileItem[]
  readonly thread: readonly ThreadMessage[] | undefined
  readonly timeline: readonly TimelineEvent[]
  /** Absent where its procedure has no regime, and once it is decided. */
  readonly clock: ShownClock | undefined
  readonly choices: readonly Choice[]
  /** The form of the answer that is unfolded. */
  readonly form: TransitionForm | undefined
  readonly formFiles: readonly EntryFile[]
}

/** The link that the page was opened with. */
export interface ShownLink {
  readonly base: string
  readonly folder: string
  readonly holder: string
  readonly until: string
  readonly openedCount: number
  /** Whether it also leads to what else its holder has. */
  readonly overview: boolean
}

interface Props {
  readonly work: ShownWork
  readonly link: ShownLink
  readonly done: string | undefined
  readonly typed: MessageTyped | undefined
}

/** A request as the service that must answer it sees it, without an account: all it needs, and its answers beside. */
export function WorkPage({ work, link, done, typed }: Props) {
  const { entry } = work
  return (
    <>
      <LinkLine link={link} />
      <div className="svc-t">
        <div>
          {work.passedOn && (
            <p className="muted">{m.portal_work_passed_on({ by: work.passedOn.by, at: work.passedOn.at })}</p>
          )}
          <h1 className="p-title">{entry.title}</h1>
          <p className="meta">
            {entry.number !== null && <span className="num">{entry.number}</span>}
            <span>{m.portal_request_sent_on({ date: work.sentOn })}</span>
            {entry.state && (
              <StateBadge
                state={{
                  label: entry.state.label,
                  tone: entry.state.tone,
                  icon: entry.state.icon ?? undefined,
                }}
              />
            )}
            {work.clock?.left !== undefined && (
              <b className={`tone-${work.clock.tone}`}>{m.portal_work_legal({ left: work.clock.left })}</b>
            )}
          </p>
        </div>
        {work.form && (
          <a className="btn btn--primary svc-go" href="#reponse">
            {m.portal_work_go()}
          </a>
        )}
        <PrintButton />
      </div>
      {done !== undefined && (
        <div className="mt">
          <Notice
            tone="ok"
            title={done === 'message' ? m.portal_request_message_sent() : m.portal_work_done()}
            announced
          />
        </div>
      )}
      <div className="two svc-g">
        <div className="stack">
          <Word work={work} />
          <Card title={m.portal_work_request()}>
            <div className="card__b">
              <AnswerList answers={work.answers} />
            </div>
          </Card>
          {work.photos.length > 0 && <Photos photos={work.photos} />}
          {work.files.length > 0 && (
            <Card title={m.portal_request_documents()}>
              <div className="card__b docs">
                <FileList files={work.files} />
              </div>
            </Card>
          )}
          {work.thread && (
            <RequestThread
              messages={work.thread}
              mayPost={entry.may.comment}
              typed={typed}
              action={link.base}
            />
          )}
          {work.timeline.length > 0 && (
            <Card title={m.portal_work_history()}>
              <div className="card__b">
                <Timeline events={work.timeline} />
              </div>
            </Card>
          )}
        </div>
        <aside className="stack">
          <WorkAnswer work={work} link={link} />
          {work.clock && <WorkClock clock={work.clock} />}
          {work.contact.length > 0 && (
            <Card title={m.portal_work_contact()}>
              <div className="card__b">
                <AnswerList answers={work.contact} stacked />
              </div>
            </Card>
          )}
          <p className="sm muted">{m.portal_work_warning()}</p>
        </aside>
      </div>
    </>
  )
}

function LinkLine({ link }: { link: ShownLink }) {
  return (
    <div className="svc-l">
      <p>
        <Icon name="link" />
        <span>
          {m.portal_work_for({ name: link.holder })}
          <br />
          {m.portal_work_until({ date: link.until })} {m.portal_work_opened({ count: link.openedCount })}
        </span>
      </p>
      {link.overview && (
        <Link to={`${link.base}/demandes`}>
          <Icon name="list" /> {m.portal_work_all()}
        </Link>
      )}
    </div>
  )
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card">
      <div className="card__h">
        <h2>{title}</h2>
      </div>
      {children}
    </section>
  )
}

function Photos({ photos }: { photos: readonly FileItem[] }) {
  return (
    <Card title={m.portal_work_photos()}>
      <ul className="card__b atts">
        {photos.map((photo) => (
          <li key={photo.id}>
            <a href={photo.href}>
              <img src={photo.href} alt={photo.name} width="400" height="300" loading="lazy" />
            </a>
            <b>{photo.name}</b>
            <small>{photo.detail}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What the desk says of it, before anything else; its last message when it says nothing apart. */
function Word({ work: { word, passedOn, thread } }: { work: ShownWork }) {
  if (word !== undefined) {
    return (
      <Help title={m.portal_work_word()} icon="message-2">
        <p className="prewrap">{m.portal_request_quote({ text: word })}</p>
        {passedOn && (
          <p className="sm">{m.portal_request_quote_by({ author: passedOn.by, at: passedOn.at })}</p>
        )}
      </Help>
    )
  }
  const said = thread?.findLast(({ side }) => side === 'us')
  if (!said) return null
  return (
    <Help title={m.portal_work_word()} icon="message-2">
      <p className="prewrap">{m.portal_request_quote({ text: said.body })}</p>
      <p className="sm">{m.portal_request_quote_by({ author: said.author, at: said.at.text })}</p>
    </Help>
  )
}
