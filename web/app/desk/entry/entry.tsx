// SPDX-License-Identifier: MIT
import { Form, Link } from 'react-router'
import type { Route } from './+types/entry'
import { datesOf } from '../../context.ts'
import { loadEntryPage } from '../../entry/entry-page.server.ts'
import { timelineEvents } from '../../entry/history.ts'
import { shownClock } from '../../entry/shown-clock.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { AnswerList } from '../../ui/AnswerList.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { FileList } from '../../ui/FileList.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { ChangesCard } from '../approvals/ChangesCard.tsx'
import { shownChange } from '../approvals/shown-changes.ts'
import { fromList } from '../list-link.ts'
import { ApplicantCard, withoutContact } from './ApplicantCard.tsx'
import { CorrectionCard } from './CorrectionCard.tsx'
import { deskNotes } from './desk-notes.ts'
import { EntryFiles } from './EntryFiles.tsx'
import { EntryHeader } from './EntryHeader.tsx'
import { EntryNotes } from './EntryNotes.tsx'
import { EntryThread } from './EntryThread.tsx'
import { LegalClockCard } from './LegalClockCard.tsx'
import { listAddress, listPlace } from './list-place.server.ts'
import { postToEntry } from './post.server.ts'
import { useEntryKeys } from './use-entry-keys.ts'

/** Events shown under the answers; the others have their own tab. */
const latest = 5

const tabs = ['demande', 'pieces', 'historique'] as const

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const bound = services(context)
  const dates = datesOf(context)
  const before = Number(searchParams.get('avant')) || undefined
  const { entry, history, ...page } = await loadEntryPage({
    services: bound,
    context,
    id,
    folder: '/fichiers',
  })
  const [clock, place, notes, audiences, older, proposed] = await Promise.all([
    bound.clocks.entryClock(id),
    listPlace(bound, request.url, id),
    entry.may.note ? bound.messages.listNotes(id) : [],
    bound.messages.noteChoices(id),
    before === undefined || !entry.may.history ? undefined : bound.entries.entryHistory(id, before),
    entry.hasApprovals ? bound.approvals.listChangeRequests(id) : undefined,
  ])
  const shown = older ?? history
  return {
    ...page,
    entry,
    place,
    clock: clock ? shownClock(clock, dates) : undefined,
    changes: (proposed?.requests ?? []).map((one) => shownChange(one, dates)),
    timeline: timelineEvents(shown, dates),
    oldest: shown.at(-1)?.id,
    hasOlder: shown.length === 50,
    notes: deskNotes(notes, dates),
    audiences,
    receivedOn: dates.shortDay(entry.createdAt),
    waitingDays: entry.closedAt ? undefined : dates.daysSince(entry.stateSince),
    tab: tabs.find((tab) => tab === searchParams.get('onglet')) ?? 'demande',
    done: searchParams.get('fait') ?? undefined,
    removed: searchParams.get('piece') ?? undefined,
  }
}

/** A message or a note, told apart by the button that was pressed. */
export function action({ params: { id }, request, context }: Route.ActionArgs) {
  const back = fromList(`/bureau/fiches/${id}`, listAddress(request.url))
  return postToEntry({ services: services(context), context, request, id, back })
}

export default function DeskEntry({ loaderData: page, actionData, params: { id } }: Route.ComponentProps) {
  const { entry, place, tab, done } = page
  const base = `/bureau/fiches/${id}`
  const list = place?.address
  useEntryKeys(base, entry.transitions, place)
  return (
    <>
      <PageTitle title={entry.number ?? entry.title} wrong={actionData !== undefined} />
      <EntryHeader
        entry={entry}
        guide={page.guide}
        receivedOn={page.receivedOn}
        waitingDays={page.waitingDays}
        base={base}
        place={place}
      />
      <main id="contenu" tabIndex={-1} className="ent">
        <div>
          {done === 'retrait' && page.removed !== undefined ? (
            <Notice tone="ok" title={m.files_removed()} announced>
              <Form method="post" action={`${base}/pieces`}>
                <button className="linkbtn" name="remettre" value={page.removed}>
                  {m.files_restore()}
                </button>
              </Form>
            </Notice>
          ) : (
            done !== undefined && <Notice tone="ok" title={doneWords(done, entry.state?.label)} announced />
          )}
          <Tabs
            label={m.desk_entry_tabs()}
            tabs={[
              {
                label: m.desk_entry_tab_request(),
                to: fromList(base, list),
                current: tab === 'demande',
              },
              {
                label: m.entry_tab_files(),
                to: fromList(`${base}?onglet=pieces`, list),
                current: tab === 'pieces',
                count: page.allFiles.length,
              },
              ...(entry.may.history
                ? [
                    {
                      label: m.desk_entry_tab_history(),
                      to: fromList(`${base}?onglet=historique`, list),
                      current: tab === 'historique',
                    },
                  ]
                : []),
            ]}
          />
          {tab === 'demande' && <RequestTab page={page} base={base} />}
          {tab === 'pieces' && (
            <EntryFiles
              files={page.allFiles}
              mayAdd={entry.may.comment && entry.may.history}
              action={`${base}/pieces`}
            />
          )}
          {tab === 'historique' && <FullHistory page={page} base={base} />}
        </div>
        <aside className="stack">
          {page.clock && <LegalClockCard clock={page.clock} entryId={id} />}
          <ApplicantCard contact={entry.contact} answers={page.answers} />
          {page.thread && (
            <EntryThread messages={page.thread} mayPost={entry.may.comment} typed={actionData?.message} />
          )}
          {entry.may.note && (
            <EntryNotes notes={page.notes} audiences={page.audiences} typed={actionData?.note} />
          )}
        </aside>
      </main>
    </>
  )
}

function doneWords(done: string, state: string | undefined): string {
  if (done === 'message') return m.portal_request_message_sent()
  if (done === 'note') return m.desk_entry_note_added()
  if (done === 'saisie') return m.counter_sent()
  if (done === 'pieces') return m.files_added()
  if (done === 'modifie') return m.edit_done()
  if (done === 'propose') return m.edit_proposed()
  return state === undefined ? m.ui_done() : m.desk_entry_done({ state })
}

type PageData = { page: Route.ComponentProps['loaderData']; base: string }

function RequestTab({ page, base }: PageData) {
  const { entry, answers, files, timeline, correction } = page
  return (
    <>
      {correction && <CorrectionCard correction={correction} />}
      <ChangesCard changes={page.changes} to={`${base}/propositions`} />
      <section className="card mt">
        <div className="card__h">
          <h2>{entry.procedure?.title ?? entry.collectionTitle}</h2>
          {entry.may.edit && (
            <ButtonLink to={`${base}/modifier`} look="quiet" size="sm" icon="pencil">
              {m.edit_open()}
            </ButtonLink>
          )}
        </div>
        <div className="card__b card__b--tight">
          <AnswerList answers={withoutContact(entry.contact, answers)} />
        </div>
      </section>
      {files.length > 0 && (
        <section className="card mt">
          <div className="card__h">
            <h2>{m.desk_entry_files()}</h2>
          </div>
          <div className="card__b card__b--tight">
            <FileList files={files} />
          </div>
        </section>
      )}
      {timeline.length > 0 && (
        <section className="card mt">
          <div className="card__h">
            <h2>{m.desk_entry_tab_history()}</h2>
            <Link className="sm" to={fromList(`${base}?onglet=historique`, page.place?.address)}>
              {m.desk_history_older()}
            </Link>
          </div>
          <div className="card__b">
            <Timeline events={timeline.slice(0, latest)} />
          </div>
        </section>
      )}
    </>
  )
}

function FullHistory({ page: { timeline, oldest, hasOlder, place }, base }: PageData) {
  return (
    <section className="card mt">
      <div className="card__b">
        <Timeline events={timeline} />
        {hasOlder && (
          <p className="mt">
            <Link to={fromList(`${base}?onglet=historique&avant=${oldest}`, place?.address)}>
              {m.desk_history_older()}
            </Link>
          </p>
        )}
      </div>
    </section>
  )
}
