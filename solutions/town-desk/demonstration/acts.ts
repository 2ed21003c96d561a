// SPDX-License-Identifier: MIT
import type { DemonstrationAct, DemonstrationFiling, DemonstrationValue } from '@guichet/engine'

/*
 * Short ways of writing what happens to a request, so that the story of each reads in a few lines. Times are days ago
 * and an hour.
 */

type When = readonly [daysAgo: number, at: string]
export type Agent = 'nadia' | 'julien' | 'claire' | 'karim' | 'elise'
export type Service = 'lighting' | 'roads' | 'parks' | 'registry' | 'schools' | 'planning'

const by = (person: Agent) => ({ kind: 'person', person }) as const
const applicant = { kind: 'link', purpose: 'applicant' } as const
const unit = { kind: 'link', purpose: 'unit_work' } as const

const moved = (
  [daysAgo, at]: When,
  doer: DemonstrationAct['by'],
  transition: string,
  rest: {
    answers?: Record<string, DemonstrationValue>
    reason?: string
    asked?: { field: string; word?: string }[]
  } = {},
): DemonstrationAct => ({ kind: 'transition', daysAgo, at, by: doer, transition, ...rest })

export const takes = ([daysAgo, at]: When, agent: Agent): DemonstrationAct => ({
  kind: 'edit',
  daysAgo,
  at,
  by: by(agent),
  values: { assignee: { ref: agent } },
})
export const transmits = (when: When, agent: Agent, service: Service, deskWord: string): DemonstrationAct =>
  moved(when, by(agent), 'transmit', { answers: { unit: { ref: service }, deskWord } })
export const asksCorrection = (
  when: When,
  agent: Agent,
  reason: string,
  asked: readonly { field: string; word?: string }[] = [],
): DemonstrationAct =>
  moved(when, by(agent), 'ask_correction', { reason, ...(asked.length > 0 && { asked: [...asked] }) })
/** Something that the texts require is missing: the legal period is suspended. */
export const asksMissing = (when: When, agent: Agent, reason: string, inDays = 15): DemonstrationAct =>
  moved(when, by(agent), 'ask_correction', {
    reason,
    answers: { isIncomplete: true, completeBy: { inDays } },
  })
export const accepts = (when: When, agent: Agent, reason: string): DemonstrationAct =>
  moved(when, by(agent), 'accept', { reason })
export const refuses = (when: When, agent: Agent, reason: string): DemonstrationAct =>
  moved(when, by(agent), 'refuse', { reason })
export const archives = (when: When, agent: Agent): DemonstrationAct => moved(when, by(agent), 'archive')

export const unitAccepts = (when: When, reason: string, inDays: number): DemonstrationAct =>
  moved(when, unit, 'accept', { reason, answers: { plannedOn: { inDays } } })
export const unitRefuses = (when: When, reason: string): DemonstrationAct =>
  moved(when, unit, 'refuse', { reason })
export const unitAsksMissing = (when: When, reason: string, inDays = 15): DemonstrationAct =>
  moved(when, unit, 'unit_ask_correction', {
    reason,
    answers: { isIncomplete: true, completeBy: { inDays } },
  })
export const unitSendsBack = (when: When, reason: string): DemonstrationAct =>
  moved(when, unit, 'send_back', { reason })

export const answers = (
  when: When,
  values: Record<string, DemonstrationValue>,
  reason: string,
): DemonstrationAct => moved(when, applicant, 'answer_correction', { answers: values, reason })
export const withdraws = (when: When, reason: string): DemonstrationAct =>
  moved(when, applicant, 'withdraw', { reason })

export const writes = ([daysAgo, at]: When, agent: Agent, text: string): DemonstrationAct => ({
  kind: 'message',
  daysAgo,
  at,
  by: by(agent),
  text,
})
export const applicantWrites = ([daysAgo, at]: When, text: string): DemonstrationAct => ({
  kind: 'message',
  daysAgo,
  at,
  by: applicant,
  text,
})
export const notes = (
  [daysAgo, at]: When,
  agent: Agent,
  audience: 'desk' | 'unit',
  tone: 'information' | 'positive' | 'negative',
  text: string,
): DemonstrationAct => ({ kind: 'note', daysAgo, at, by: by(agent), audience, tone, text })

type Contact = readonly [firstName: string, lastName: string, phone?: string]
/** `Élise Courrière` is written to at elise.courriere@courriel.example, unless she has an account. */
export const contact = ([firstName, lastName, phone]: Contact) => ({
  applicant: { firstName, lastName },
  email: `${mailboxName(firstName)}.${mailboxName(lastName)}@courriel.example`,
  ...(phone && { phone }),
  dataConsent: true,
})

function mailboxName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/gu, '-')
}

type Filing = {
  when: When
  person?: 'elise'
  answers: Record<string, DemonstrationValue>
  acts?: DemonstrationAct[]
}
export const files = (procedure: string, { when: [daysAgo, at], ...rest }: Filing): DemonstrationFiling => ({
  procedure,
  daysAgo,
  at,
  ...rest,
})

/** An address of Plassans. */
export const at = (street: string) => ({
  label: `${street}, 99120 Plassans`,
  postcode: '99120',
  city: 'Plassans',
})
