// SPDX-License-Identifier: MIT
import type { DraftView, HistoryLine } from '@guichet/server'
import { m } from '../paraglide/messages.js'

type Channel = NonNullable<DraftView['filedFor']>['channel']

/** How somebody came for whom an agent files. */
export function channelWords(channel: Channel): string {
  switch (channel) {
    case 'counter':
      return m.counter_channel_counter()
    case 'phone':
      return m.counter_channel_phone()
    case 'letter':
      return m.counter_channel_letter()
  }
}

/** « Demande saisie au guichet pour Marcel Brunet ». */
export function filedWords({ channel, filedFor }: NonNullable<HistoryLine['filing']>): string {
  const name = filedFor ?? '–'
  switch (channel) {
    case 'counter':
      return m.counter_history_counter({ name })
    case 'phone':
      return m.counter_history_phone({ name })
    case 'letter':
      return m.counter_history_letter({ name })
  }
}
