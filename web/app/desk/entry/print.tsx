// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import type { Route } from './+types/print'
import { datesOf, nowOf } from '../../context.ts'
import { loadEntryPage } from '../../entry/entry-page.server.ts'
import { timelineEvents } from '../../entry/history.ts'
import { usePageFrame } from '../../page.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { AnswerList } from '../../ui/AnswerList.tsx'
import { Button } from '../../ui/Button.tsx'
import { FileList } from '../../ui/FileList.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { CorrectionCard } from './CorrectionCard.tsx'

/** Pages of the history that are printed: what is older is still on the entry. */
const mostPages = 10

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  const bound = services(context)
  const dates = datesOf(context)
  const { entry, history, answers, allFiles, correction } = await loadEntryPage({
    services: bound,
    context,
    id,
    folder: '/fichiers',
  })
  const lines = [...history]
  for (let page = 1, last = history; last.length === 50 && page < mostPages; page += 1) {
    last = await bound.entries.entryHistory(id, last.at(-1)?.id)
    lines.push(...last)
  }
  return {
    entry,
    answers,
    allFiles,
    correction,
    timeline: timelineEvents(lines, dates),
    receivedOn: dates.day(entry.createdAt),
    printedAt: dates.moment(nowOf(context)).text,
  }
}

/** The whole request on paper: who asks what, where it stands, its files by name, its history. */
export default function PrintEntry({ loaderData, params: { id } }: Route.ComponentProps) {
  const { entry, answers, allFiles, correction, timeline, receivedOn, printedAt } = loaderData
  const { tenant } = usePageFrame()
  return (
    <main id="contenu" tabIndex={-1} className="qmain sheet">
      <PageTitle title={m.entry_print_title({ number: entry.number ?? entry.title })} />
      <p className="row no-print">
        <Button look="primary" icon="printer" type="button" onClick={() => print()}>
          {m.entry_print()}
        </Button>
        <Link className="btn btn--quiet" to={`/bureau/fiches/${id}`}>
          {m.entry_print_back()}
        </Link>
      </p>
      <p className="muted">
        {tenant.name} – {m.queue_printed({ at: printedAt })}
      </p>
      <h1>{entry.title}</h1>
      <p className="meta">
        {entry.number !== null && <span className="num">{entry.number}</span>}
        <span>{entry.procedure?.title ?? entry.collectionTitle}</span>
        {entry.applicant !== null && <span>{entry.applicant}</span>}
        <span>{m.desk_entry_received({ date: receivedOn })}</span>
        {entry.heldBy && <span>{m.desk_entry_held_by({ name: entry.heldBy.title })}</span>}
        {entry.state && (
          <StateBadge
            state={{ label: entry.state.label, tone: entry.state.tone, icon: entry.state.icon ?? undefined }}
          />
        )}
      </p>
      {correction && <CorrectionCard correction={correction} />}
      <section className="card mt">
        <div className="card__b card__b--tight">
          <AnswerList answers={answers} />
        </div>
      </section>
      {allFiles.length > 0 && (
        <section className="card mt">
          <div className="card__h">
            <h2>{m.desk_entry_files()}</h2>
          </div>
          <div className="card__b card__b--tight">
            <FileList files={allFiles} />
          </div>
        </section>
      )}
      {timeline.length > 0 && (
        <section className="card mt">
          <div className="card__h">
            <h2>{m.desk_entry_tab_history()}</h2>
          </div>
          <div className="card__b">
            <Timeline events={timeline} />
          </div>
        </section>
      )}
    </main>
  )
}
