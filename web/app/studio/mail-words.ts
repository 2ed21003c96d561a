// SPDX-License-Identifier: MIT
import type { MailState } from '@guichet/server'
import { m } from '../paraglide/messages.js'
import type { ShownState } from '../ui/StateBadge.tsx'

/** Where a mail is, in colour, icon and word. */
export function mailState(state: MailState): ShownState {
  switch (state) {
    case 'queued':
      return { label: m.desk_mail_queued(), tone: 'idle', icon: 'clock' }
    case 'sending':
      return { label: m.desk_mail_sending(), tone: 'info', icon: 'send' }
    case 'sent':
      return { label: m.desk_mail_sent(), tone: 'ok', icon: 'circle-check' }
    case 'kept':
      return { label: m.desk_mail_kept(), tone: 'idle', icon: 'archive' }
    case 'failed':
      return { label: m.desk_mail_failed(), tone: 'danger', icon: 'mail-x' }
    case 'parked':
      return { label: m.desk_mail_parked(), tone: 'warn', icon: 'player-play' }
  }
}

/** « Jeanne Rougon <jeanne@exemple.example> », or the telephone of a text message. */
export function addresseeWords({
  email,
  phone,
  name,
}: {
  readonly email: string | null
  readonly phone: string | null
  readonly name: string | null
}): string {
  const place = email ?? phone ?? ''
  return name === null ? place : `${name} <${place}>`
}
