// SPDX-License-Identifier: MIT
import type { Services } from '@guichet/server'
import type { RouterContextProvider } from 'react-router'
import { datesOf } from '../../context.ts'
import { loadEntryPage } from '../../entry/entry-page.server.ts'
import { m } from '../../paraglide/messages.js'
import type { ShownState } from '../../ui/StateBadge.tsx'
import type { TrackingStep } from '../../ui/TrackingSteps.tsx'
import type { ShownRequest } from './RequestPage.tsx'

interface Loading {
  readonly services: Services
  readonly context: Readonly<RouterContextProvider>
  readonly id: string
  readonly folder: string
}

/** A request in the words of its applicant: public labels, what is expected of them. */
export async function loadRequest(loading: Loading): Promise<ShownRequest> {
  const { entry, guide, answers, thread, files, history } = await loadEntryPage(loading)
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
  const asked = thread?.findLast(({ side }) => side === 'us')
  const reason = history.find(({ transition }) => transition?.reason)
  return {
    entry,
    state,
    sentOn: dates.day(entry.createdAt),
    steps,
    answers,
    files,
    thread,
    expected: waits
      ? {
          text: reason?.transition?.reason ?? asked?.body,
          by:
            asked && !reason
              ? m.portal_request_quote_by({ author: asked.author, at: asked.at.text })
              : undefined,
        }
      : undefined,
  }
}
