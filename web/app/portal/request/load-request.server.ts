// SPDX-License-Identifier: MIT
import type { Services } from '@guichet/server'
import type { RouterContextProvider } from 'react-router'
import { datesOf } from '../../context.ts'
import { loadEntryPage } from '../../entry/entry-page.server.ts'
import { actorName } from '../../entry/history.ts'
import { shownReceipts } from '../../entry/shown-clock.ts'
import { m } from '../../paraglide/messages.js'
import type { ShownState } from '../../ui/StateBadge.tsx'
import type { TrackingStep } from '../../ui/TrackingSteps.tsx'
import { inLanguage } from '../../ui/language.ts'
import type { AskedOf, ShownRequest, ShownWord } from './RequestPage.tsx'

interface Loading {
  readonly services: Services
  readonly context: Readonly<RouterContextProvider>
  readonly id: string
  readonly folder: string
}

/** A request in the words of its applicant: public labels, what is expected of them. */
export async function loadRequest(loading: Loading): Promise<ShownRequest> {
  const [page, told, clock] = await Promise.all([
    loadEntryPage(loading),
    loading.services.entries.publicReason(loading.id),
    loading.services.clocks.entryClock(loading.id),
  ])
  const { entry, guide, answers, thread, files } = page
  const dates = datesOf(loading.context)
  const state: ShownState | undefined = entry.state
    ? { label: entry.state.publicLabel, tone: entry.state.tone, icon: entry.state.icon ?? undefined }
    : undefined
  const steps = guide.map(({ publicLabel, status, reachedOn }): TrackingStep => ({
    title: status === 'current' && state ? state.label : publicLabel,
    detail:
      status === 'current' ? m.portal_request_stage_since({ date: dates.day(entry.stateSince) }) : reachedOn,
    status,
    state: status === 'current' ? state : undefined,
  }))
  const waits = entry.state?.tone === 'warn' && !entry.state.closed
  const word: ShownWord | undefined = told
    ? { text: told.reason, by: byWhom(actorName(told.by), dates.moment(told.at).text) }
    : lastMessage(thread)
  return {
    entry,
    state,
    sentOn: dates.day(entry.createdAt),
    steps,
    answers,
    files,
    thread,
    expected: waits ? { word, asked: await askedOf(loading, entry) } : undefined,
    answer: entry.state?.closed && told ? word : undefined,
    clock: clock
      ? { sentence: clock.sentence ?? undefined, receipts: shownReceipts(clock.receipts, dates) }
      : undefined,
  }
}

/** The answers that whoever asked has named, in the words of the form that corrects them. */
async function askedOf({ services, id }: Loading, entry: ShownRequest['entry']): Promise<readonly AskedOf[]> {
  const answering = entry.transitions.find(
    ({ refusedBecause, emphasis, form }) =>
      refusedBecause === null && emphasis === 'primary' && form !== null,
  )
  if (!answering) return []
  const { questions } = await services.views.transitionForm({ id, key: answering.key })
  return questions.flatMap(({ field, word }) =>
    word === undefined ? [] : [{ label: inLanguage(field.label), word: word ?? undefined }],
  )
}

/** What was last written to the applicant in the discussion. */
function lastMessage(thread: ShownRequest['thread']): ShownWord | undefined {
  const asked = thread?.findLast(({ side }) => side === 'us')
  return asked && { text: asked.body, by: byWhom(asked.author, asked.at.text) }
}

const byWhom = (author: string, at: string): string => m.portal_request_quote_by({ author, at })
