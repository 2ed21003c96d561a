// SPDX-License-Identifier: MIT
import type { Message } from '@guichet/server'
import { fileItem } from '../forms/file-items.ts'
import type { DateWords } from '../ui/dates.ts'
import type { ThreadMessage } from '../ui/Thread.tsx'
import { actorName } from './history.ts'

/** The messages of an entry, ready to be shown; their files open under `folder`. */
export function threadMessages(
  messages: readonly Message[],
  folder: string,
  dates: DateWords,
): ThreadMessage[] {
  return messages.map((message) => ({
    id: message.id,
    author: actorName(message.author),
    side: message.fromApplicant ? 'them' : 'us',
    mine: message.mine,
    at: dates.moment(message.at),
    body: message.body,
    asks: message.asks,
    files: message.attachments.map((file) => fileItem(file, folder, dates)),
  }))
}
