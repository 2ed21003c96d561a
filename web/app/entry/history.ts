// SPDX-License-Identifier: MIT
import type { Tone } from '@guichet/engine'
import type { EventActor, HistoryLine } from '@guichet/server'
import { m } from '../paraglide/messages.js'
import { filedWords } from './channel-words.ts'
import type { DateWords } from '../ui/dates.ts'
import { iconNamed, type IconName } from '../ui/icons/Icon.tsx'
import { stateIcon } from '../ui/StateBadge.tsx'
import type { TimelineEvent } from '../ui/Timeline.tsx'

type Look = { title: () => string; icon: IconName; tone: Tone }

const looks: Partial<Record<HistoryLine['kind'], Look>> = {
  'entry.created': { title: m.ui_history_created, icon: 'inbox', tone: 'ok' },
  'entry.deleted': { title: m.ui_history_deleted, icon: 'trash', tone: 'danger' },
  'message.posted': { title: m.ui_history_message, icon: 'message', tone: 'info' },
  'note.added': { title: m.ui_history_note, icon: 'note', tone: 'idle' },
  'document.deposited': { title: m.ui_history_document, icon: 'paperclip', tone: 'info' },
  'document.removed': { title: m.files_history_removed, icon: 'trash', tone: 'idle' },
  'document.restored': { title: m.files_history_restored, icon: 'restore', tone: 'info' },
  'link.made': { title: m.ui_history_link_made, icon: 'link', tone: 'idle' },
  'link.opened': { title: m.ui_history_link_opened, icon: 'eye', tone: 'idle' },
  'link.renewed': { title: m.ui_history_link_renewed, icon: 'refresh', tone: 'idle' },
  'link.revoked': { title: m.ui_history_link_revoked, icon: 'ban', tone: 'warn' },
  'task.created': { title: m.ui_history_task_created, icon: 'checklist', tone: 'idle' },
  'task.done': { title: m.ui_history_task_done, icon: 'checkbox', tone: 'ok' },
  'task.cancelled': { title: m.ui_history_task_cancelled, icon: 'circle-x', tone: 'idle' },
  'clock.near': { title: m.clock_history_near, icon: 'hourglass', tone: 'warn' },
  'clock.expired': { title: m.clock_history_expired, icon: 'alert-circle-filled', tone: 'danger' },
  'receipt.given': { title: m.clock_history_receipt, icon: 'mail-forward', tone: 'ok' },
  'change.proposed': { title: m.history_change_proposed, icon: 'pencil', tone: 'wait' },
  'change.accepted': { title: m.history_change_accepted, icon: 'checkbox', tone: 'ok' },
  'change.rejected': { title: m.history_change_rejected, icon: 'circle-x', tone: 'danger' },
  'change.withdrawn': { title: m.history_change_withdrawn, icon: 'restore', tone: 'idle' },
  'change.late': { title: m.history_change_late, icon: 'clock-exclamation', tone: 'warn' },
  'mail.sent': { title: m.ui_history_mail_sent, icon: 'mail-forward', tone: 'idle' },
  'mail.failed': { title: m.ui_history_mail_failed, icon: 'mail-x', tone: 'danger' },
}

/** The history in words, newest first. */
export function timelineEvents(lines: readonly HistoryLine[], dates: DateWords): TimelineEvent[] {
  return lines.map((line) => {
    const at = dates.moment(line.at).text
    const actor = actingName(line)
    const { transition } = line
    if (transition) {
      return {
        id: line.id,
        title: transition.label,
        detail: transition.to
          ? m.ui_history_detail_state({ actor, at, state: transition.to.label })
          : m.ui_history_detail({ actor, at }),
        reason: transition.reason ?? undefined,
        tone: transition.to?.tone ?? 'info',
        icon: transition.to
          ? stateIcon({ ...transition.to, icon: transition.to.icon ?? undefined })
          : iconNamed('arrow-right'),
      }
    }
    if (line.filing) {
      const title = filedWords(line.filing)
      return { id: line.id, title, detail: m.ui_history_detail({ actor, at }), icon: 'inbox', tone: 'ok' }
    }
    return { id: line.id, detail: m.ui_history_detail({ actor, at }), ...lookOf(line) }
  })
}

function lookOf(line: HistoryLine): Pick<TimelineEvent, 'title' | 'icon' | 'tone'> {
  if (line.kind === 'entry.changed') {
    const fields = line.changes.map(({ label }) => label).join(', ')
    return { title: m.ui_history_changed({ fields }), icon: 'pencil', tone: 'info' }
  }
  const look = looks[line.kind]
  return look
    ? { title: look.title(), icon: look.icon, tone: look.tone }
    : { title: m.ui_history_other(), icon: 'circle-dot', tone: 'idle' }
}

/** Who did it, and as what when they are several things. */
function actingName({ actor, profile, by }: HistoryLine): string {
  const name = by === null ? actorName(actor) : m.security_by_as({ by, name: actorName(actor) })
  if (!profile) return name
  return profile.kind === 'personal'
    ? m.people_acting_personally({ name })
    : m.people_acting_as({ name, body: profile.name })
}

/** Who did it, as it was remembered that day. */
export function actorName({ kind, name }: EventActor): string {
  if (name !== null) return kind === 'system' ? m.ui_actor_run({ title: name }) : name
  return kind === 'system' ? m.ui_actor_system() : m.ui_actor_nobody()
}
