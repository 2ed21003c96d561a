// SPDX-License-Identifier: MIT
import { type ClockMark, defineRegime, type Flow, type RegimeInput, type Solution } from '@guichet/engine'
import { club } from '../../testing/club.ts'
import type { TestTenant } from '../../testing/tenant.ts'
import { createEntry, getEntry, takeTransition } from '../entries/index.ts'

const text = (fr: string, en: string) => ({ fr, en })
const collection = 'licence'

export const rejecting: RegimeInput = {
  silence: 'rejects',
  period: { months: 2 },
  legalBasis: text('Code des licences, article 1', 'Licence code, article 1'),
  remedies: text('Recours sous deux mois.', 'Appeal within two months.'),
  completionDays: 20,
}

const marks: Readonly<Record<string, ClockMark>> = {
  ask_more: { does: 'asks-completion', acknowledges: true },
  complete: { does: 'completes' },
  send_to_team: { acknowledges: true },
  grant: { does: 'decides' },
  refuse: { does: 'decides' },
  reopen: { does: 'reopens' },
}

const tell = (key: string, on: Flow['on'], mail: string, to: 'applicant' | 'secretary'): Flow => ({
  title: text(key, key),
  on,
  steps: [
    {
      kind: 'notify',
      key: 'tell',
      to: to === 'applicant' ? { kind: 'applicant' } : { kind: 'role', role: to },
      mail,
    },
  ],
})

const mail = (title: string, notice?: 'filing' | 'acknowledgement' | 'completion') => ({
  title: text(title, title),
  subject: text(`${title} {{ entry.number }}`, `${title} {{ entry.number }}`),
  body: text('Bonjour.', 'Hello.'),
  facts: ['number', 'legalDueOn'],
  ...(notice && { notice }),
})

/** The club, whose licences are asked for under this regime, and that tells of their clocks. */
export function clubUnder(regime: RegimeInput): Solution {
  const solution = structuredClone(club)
  const { licence } = solution.procedures ?? {}
  if (licence) licence.regime = defineRegime(regime)
  const transitions = solution.collections['licence']?.lifecycle?.transitions ?? {}
  for (const [key, transition] of Object.entries(transitions)) {
    const mark = marks[key]
    if (mark) transition.clock = mark
  }
  return {
    ...solution,
    mails: {
      filed: mail('Reçue', 'filing'),
      acknowledged: mail('Accusé', 'acknowledgement'),
      asked: mail('Complément', 'completion'),
      near: mail('Échéance proche'),
      expired: mail('Échéance passée'),
    },
    flows: {
      filed: tell('filed', { kind: 'entry-created', collection }, 'filed', 'applicant'),
      acknowledged: tell('acknowledged', { kind: 'acknowledged', collection }, 'acknowledged', 'applicant'),
      asked: tell(
        'asked',
        { kind: 'entry-moved', collection, transitions: ['ask_more'] },
        'asked',
        'applicant',
      ),
      near: tell('near', { kind: 'clock-near', collection }, 'near', 'secretary'),
      expired: tell('expired', { kind: 'clock-expired', collection }, 'expired', 'secretary'),
    },
  }
}

/** A licence filed by its procedure, by Lila Benhaddou. */
export async function fileLicence({ system }: TestTenant, owner?: string): Promise<string> {
  const { id } = await createEntry(system, {
    collection: 'club.licence',
    procedure: 'licence',
    values: { playerName: 'Lila Benhaddou', playerEmail: 'lila@plassans.example', fee: 1200 },
    required: 'none',
    owner: owner ?? null,
  })
  return id
}

/** Takes a transition as the system. */
export async function take(
  { platform, system }: TestTenant,
  id: string,
  key: string,
  more: { reason?: string; answers?: Record<string, unknown> } = {},
): Promise<void> {
  const { version } = await getEntry(platform.db, system, id)
  await takeTransition(system, { id, version, key, ...more })
}
