// SPDX-License-Identifier: MIT
import type { EntryView, FieldView, HistoryLine, Services } from '@guichet/server'
import type { RouterContextProvider } from 'react-router'
import { datesOf } from '../../context.ts'
import { loadEntryPage } from '../../entry/entry-page.server.ts'
import { timelineEvents } from '../../entry/history.ts'
import { shownClock } from '../../entry/shown-clock.ts'
import { m } from '../../paraglide/messages.js'
import type { ShownAnswer } from '../../ui/AnswerList.tsx'
import type { ShownWork } from './WorkPage.tsx'

interface Loading {
  readonly services: Services
  readonly context: Readonly<RouterContextProvider>
  readonly id: string
  readonly folder: string
  /** The field whose words open the page. */
  readonly word: string | null
  /** The transition whose form is unfolded, as the address asks. */
  readonly chosen: string | null
}

/** Everything a service needs to answer, in one page: what is asked, by whom, what was done, and the answers it may give. */
export async function loadWork(loading: Loading): Promise<ShownWork> {
  const { services, context, id, folder, word, chosen } = loading
  const [{ entry, history, answers, thread, files }, clock] = await Promise.all([
    loadEntryPage({ services, context, id, folder }),
    services.clocks.entryClock(id),
  ])
  const dates = datesOf(context)
  const open = entry.transitions.filter(({ refusedBecause }) => refusedBecause === null)
  const unfolded =
    open.find(({ key }) => key === chosen) ?? open.find(({ emphasis }) => emphasis === 'primary') ?? open[0]
  const contact = new Set([entry.contact?.name, entry.contact?.email, entry.contact?.phone])
  const passedOn = history.find(({ transition }) => transition?.to?.key === entry.state?.key)
  return {
    entry,
    // Once it is answered, the last move is the service's own.
    passedOn: unfolded && passedOn && { by: passedOn.actor.name ?? '', at: dates.moment(passedOn.at).text },
    sentOn: dates.day(entry.createdAt),
    word: wordOf(entry.fields, word),
    answers: answers.filter(
      ({ key, value }) => !contact.has(key) && key !== word && isTold(value) && !isPhotos(value),
    ),
    photos: answers.flatMap(({ value }) => (value.kind === 'files' ? value.images : [])),
    contact: contactAnswers(entry, answers),
    files,
    thread,
    timeline: timelineEvents(history.filter(isDone), dates),
    clock: clock && !clock.closed ? shownClock(clock, dates) : undefined,
    choices: open.map(({ key, label, consequence, icon }) => ({ key, label, consequence, icon })),
    form: unfolded ? await services.views.transitionForm({ id, key: unfolded.key }) : undefined,
    formFiles: await services.documents.listEntryFiles(id),
  }
}

/** Pictures have a card of their own; other files stay with their question. */
const isPhotos = (value: ShownAnswer['value']): boolean =>
  value.kind === 'files' && value.images.length > 0 && value.files.length === 0

/** A reference to what may not be read has no words. */
const isTold = (value: ShownAnswer['value']): boolean => value.kind !== 'text' || value.text !== ''

/** What people did; the links, mails and tasks that followed are the desk's to look after. */
const isDone = ({ kind }: HistoryLine): boolean => !/^(link|mail|task)\./.test(kind)

/** A question says « Votre nom » to who answers it; a service reads « Nom ». */
function contactAnswers({ contact }: EntryView, answers: readonly ShownAnswer[]): ShownAnswer[] {
  const labels: readonly [key: string | undefined, label: string][] = [
    [contact?.name, m.portal_work_contact_name()],
    [contact?.email, m.portal_work_contact_email()],
    [contact?.phone, m.portal_work_contact_phone()],
  ]
  return labels.flatMap(([key, label]) =>
    answers.filter((answer) => answer.key === key).map((answer) => ({ ...answer, label })),
  )
}

function wordOf(fields: readonly FieldView[], key: string | null): string | undefined {
  return fields.find((field) => field.key === key)?.display || undefined
}
