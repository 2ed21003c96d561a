// SPDX-License-Identifier: MIT
import type { GuideStage, Services } from '@guichet/server'
import type { RouterContextProvider } from 'react-router'
import { datesOf, localeOf, tenantOf } from '../context.ts'
import { fileItem } from '../forms/file-items.ts'
import { shownAnswers } from './answers.ts'
import { correctionOf } from './correction.ts'
import { threadMessages } from './thread.ts'

interface Loading {
  readonly services: Services
  readonly context: Readonly<RouterContextProvider>
  readonly id: string
  /** Address under which the id of a file opens it. */
  readonly folder: string
}

/** What every page of an entry shows, for its applicant as for those who handle it. */
export async function loadEntryPage({ services, context, id, folder }: Loading) {
  const { entries, documents, messages } = services
  const [entry, files, guide] = await Promise.all([
    entries.viewEntry(id),
    documents.listEntryFiles(id),
    entries.entryGuide(id),
  ])
  const [history, thread] = await Promise.all([
    entry.may.history ? entries.entryHistory(id) : [],
    entry.may.comment || entry.may.history ? messages.listMessages(id) : undefined,
  ])
  const dates = datesOf(context)
  const words = { locale: localeOf(context), timeZone: tenantOf(context).timeZone, dates, folder }
  // The last answers that were changed on the way, by whoever moved the entry.
  const corrected = history.find(
    ({ transition, changes }) => transition && changes.some(({ before }) => before !== null),
  )
  return {
    entry,
    guide: guide.map((stage) => shownStage(stage, dates)),
    history,
    answers: shownAnswers(
      entry.fields,
      files,
      words,
      corrected?.changes,
      corrected && dates.shortDay(corrected.at),
    ),
    correction: correctionOf(history, entry.fields, words),
    allFiles: files.map((file) => ({
      ...fileItem(file, folder, dates),
      internal: file.shared === 'handlers',
      mayRemove: file.mayRemove,
    })),
    thread: thread && threadMessages(thread, folder, dates),
    // Those of answers and messages are shown with them.
    files: files
      .filter(({ field, messageId }) => field === null && messageId === null)
      .map((file) => fileItem(file, folder, dates)),
  }
}

/** A stage with the day it was reached in words. */
function shownStage({ reachedAt, ...stage }: GuideStage, dates: ReturnType<typeof datesOf>) {
  return { ...stage, reachedOn: reachedAt ? dates.shortDay(reachedAt) : undefined }
}
