// SPDX-License-Identifier: MIT
import { allSteps, inLocale, type Locale, type LocalizedText, type Step } from '@guichet/engine'
import type { RunRow, StepRow } from './flows.queries.ts'
import type { RunStatus, StepStatus } from './flows.tables.ts'
import type { RunError, RunErrorCode } from './run-error.ts'
import { runErrorsEn } from './run-messages.en.ts'
import { runErrorsFr } from './run-messages.fr.ts'
import type { Run } from './run-session.ts'

export type RunErrorTexts = Readonly<Record<RunErrorCode, string | ((detail: string) => string)>>

/** One execution of a flow, as people follow it. */
export type RunView = {
  readonly id: string
  readonly flow: { readonly key: string; readonly title: string }
  readonly entryId: string
  readonly eventId: number
  /** 0 for the first run of its event; a replay counts from 1. */
  readonly replay: number
  readonly status: RunStatus
  readonly startedAt: Date
  readonly finishedAt: Date | null
  /** When it goes on by itself: the end of its wait, or the next try. */
  readonly wakeAt: Date | null
  /** Why its step fails, as a sentence. */
  readonly error: { readonly code: RunErrorCode; readonly text: string } | null
  /** Steps reached so far, in their order. */
  readonly steps: readonly RunStepView[]
}

export type RunStepView = {
  readonly key: string
  readonly kind: Step['kind'] | null
  /** Null when its author gave it no title. */
  readonly title: string | null
  readonly status: StepStatus
  readonly attempt: number
  readonly startedAt: Date
  readonly finishedAt: Date | null
}

/** A run in words. The output of steps stays out: it may hold values that the reader may not read. */
export function runView(
  row: RunRow,
  run: Run | undefined,
  steps: readonly StepRow[],
  locale: Locale,
): RunView {
  const known = new Map(run ? allSteps(run.flow.steps).map((step) => [step.key, step]) : [])
  return {
    id: row.id,
    flow: { key: row.flow, title: run ? inLocale(run.flow.title, locale) : row.flow },
    entryId: row.entry_id,
    eventId: row.event_id,
    replay: row.replay,
    status: row.status,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    wakeAt: row.wake_at,
    error: row.error && { code: row.error.code, text: inLocale(errorText(row.error), locale) },
    steps: steps.map(({ step, status, attempt, started_at, finished_at }) => {
      const definition = known.get(step)
      return {
        key: step,
        kind: definition?.kind ?? null,
        title: definition?.title ? inLocale(definition.title, locale) : null,
        status,
        attempt,
        startedAt: started_at,
        finishedAt: finished_at,
      }
    }),
  }
}

function errorText({ code, detail = '' }: RunError): LocalizedText {
  const written = (texts: RunErrorTexts) => {
    const text = texts[code]
    return typeof text === 'string' ? text : text(detail)
  }
  return { fr: written(runErrorsFr), en: written(runErrorsEn) }
}
