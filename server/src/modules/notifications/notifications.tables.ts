// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import type { JSONColumnType } from 'kysely'

/**
 * Where a mail stands. `kept`: no transport is configured, the outbox is where it is read. `failed`: another attempt
 * is due at `next_attempt_at`. `parked`: nobody tries any more until someone asks for it.
 */
export const mailStates = ['queued', 'sending', 'sent', 'kept', 'failed', 'parked'] as const
export type MailState = (typeof mailStates)[number]

/** How a message of the outbox leaves. */
export const channels = ['mail', 'sms'] as const
export type Channel = (typeof channels)[number]

/** Why a delivery did not succeed, without the recipient's address: it goes to the log as well. */
export type MailError = { readonly kind: 'temporary' | 'permanent'; readonly message: string }

export type NotificationsTables = {
  mails: {
    id: string
    key: string | null
    channel: Channel
    /** Of a mail. */
    to_email: string | null
    /** Of a text message, E.164. */
    to_phone: string | null
    to_name: string | null
    /** Of a text message, the title of its template: nobody reads it but in the outbox. */
    subject: string
    html: string | null
    text: string
    template: string | null
    entry_id: string | null
    collection: string | null
    state: MailState
    /** Attempts in all, which number the log; `tries`: those since it was last queued. */
    attempts: number
    tries: number
    last_error: JSONColumnType<MailError> | null
    next_attempt_at: Date | null
    claimed_until: Date | null
    message_id: string
    provider_id: string | null
    created_at: Date
    sent_at: Date | null
    /** The mail that was sent again as this one. */
    copy_of: string | null
  }
  mail_attempts: {
    mail_id: string
    number: number
    started_at: Date
    finished_at: Date | null
    outcome: 'sent' | 'temporary' | 'permanent' | null
    error: JSONColumnType<MailError> | null
  }
  notifications: {
    id: string
    key: string
    person_id: string
    entry_id: string | null
    collection: string | null
    title: JSONColumnType<LocalizedText>
    created_at: Date
    read_at: Date | null
  }
}
