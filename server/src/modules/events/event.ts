// SPDX-License-Identifier: MIT
import type { Actor, AskedField, CollectionRef } from '@guichet/engine'

/** How somebody reached an agent who filed for them. */
export const filingChannels = ['counter', 'phone', 'letter'] as const
export type FilingChannel = (typeof filingChannels)[number]

/** What a fact carries besides its kind; one shape per kind. */
export type EventPayloads = {
  'entry.created': {
    procedure?: string
    /** Filed by an agent, for somebody who came this way. */
    channel?: FilingChannel
    filedFor?: string
  }
  'entry.changed': {
    changes: FieldChanges
    /** The request that a circuit accepted. */
    changeRequestId?: string
  }
  'change.proposed': ChangeAtLevel & { fields: readonly string[] }
  /** `next`: the level that decides after; absent at the last, which writes the change. */
  'change.accepted': ChangeAtLevel & { next?: number; reason?: string }
  'change.rejected': ChangeAtLevel & { reason: string }
  'change.withdrawn': ChangeAtLevel
  /** The level has not decided in its days. */
  'change.late': ChangeAtLevel
  'entry.moved': {
    transition: string
    from: string | null
    to: string
    reason?: string
    changes?: FieldChanges
    /** Fields that the answer must correct or complete. */
    asked?: readonly AskedField[]
  }
  'entry.deleted': { reason?: string }
  'message.posted': { messageId: string }
  'note.added': { noteId: string; audience: string }
  'document.deposited': { attachmentId: string; field?: string; name?: string }
  'document.removed': { attachmentId: string; name: string }
  'document.restored': { attachmentId: string; name: string }
  'link.made': { linkId: string; purpose: string }
  'link.opened': { linkId: string; purpose: string }
  'link.renewed': { linkId: string; purpose: string; replaces: string }
  'link.revoked': { linkId: string; purpose: string; reason?: string }
  'task.created': { taskId: string; task: string }
  'task.done': { taskId: string; task: string }
  'task.cancelled': { taskId: string; task: string }
  'mail.sent': { mailId: string; template?: string }
  'mail.failed': { mailId: string; template?: string }
  'clock.near': { dueOn: string; daysLeft: number }
  'clock.expired': { dueOn: string; silence: string }
  'receipt.given': { receipt: string }
  'account.created': { accountId: string }
  'account.signed-in': { accountId: string; method: string }
  'account.disabled': { accountId: string }
  'account.password-changed': { accountId: string }
  'account.link-made': { accountId: string }
  /** What opens the account was changed by its owner; `change` as in the log of the account. */
  'account.secured': { accountId: string; change: string }
  'account.acted-as': { accountId: string; reason: string; until: string }
  'account.acted-as-ended': { accountId: string }
  'account.identity-linked': { accountId: string; provider: string }
  'account.identity-unlinked': { accountId: string; provider: string }
  'account.memberships-mapped': { accountId: string; provider: string; given: number; ended: number }
  'provider.changed': { provider: string; changed: readonly string[] }
  /** Declared by the head of an organisation, or withdrawn. */
  'membership.given': { organisation: string; role: string }
  'membership.withdrawn': { organisation: string; role: string }
  'key.made': { keyId: string }
  'key.revoked': { keyId: string }
  /** A role that a second administrator is to confirm. */
  'role.asked': PendingRole
  'role.confirmed': PendingRole
  'role.refused': PendingRole
  'solution.published': { solution: string; release: number }
  'solution.adjusted': { solution: string; version: number; changed: string; restores?: number }
  'body.changed': { changes: FieldChanges }
  'backup.made': { rows: number; files: number }
  'backup.restored': { madeAt: string; rows: number; files: number }
  'demonstration.reset': { reason?: string }
  'territories.imported': { made: number; changed: number }
  'streets.imported': { streets: number; numbers: number; cities: readonly string[] }
}
export type EventKind = keyof EventPayloads

/** Who is given which role (`solution.role`) in which organisation. */
export type PendingRole = { pendingId: string; personId: string; role: string; organisation: string }

/** A change request, its circuit (`solution.circuit`) and the place of the level at hand. */
export type ChangeAtLevel = { changeRequestId: string; circuit: string; level: number }

/** Value before and after, by field. */
export type FieldChanges = Readonly<Record<string, readonly [before: unknown, after: unknown]>>

/** Who did it, as it is to be remembered: the name stays what it was that day. */
export type EventActor = {
  readonly kind: Actor['kind']
  readonly id: string | null
  readonly name: string | null
}

/** An append-only fact, written in the transaction of the change it tells. */
export type EventRecord<K extends EventKind = EventKind> = {
  readonly id: number
  readonly at: Date
  readonly kind: K
  readonly entryId: string | null
  readonly collection: CollectionRef | null
  readonly actor: EventActor
  readonly payload: EventPayloads[K]
}

/** The actor as the journal keeps it. */
export function eventActor(actor: Actor): EventActor {
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', id: actor.personId, name: actor.name }
    case 'link':
      return { kind: 'link', id: actor.linkId, name: actor.name }
    case 'system':
      return { kind: 'system', id: actor.run?.id ?? null, name: actor.run?.title ?? null }
    case 'nobody':
      return { kind: 'nobody', id: null, name: null }
  }
}
