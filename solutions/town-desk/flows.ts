// SPDX-License-Identifier: MIT
import { compare, not, type Flow, type Step } from '@guichet/engine'

const applicant = { kind: 'applicant' } as const
const unit = { kind: 'path', path: 'unit' } as const
const assignee = { kind: 'path', path: 'assignee' } as const

const tellApplicant = (key: string, mail: string): Extract<Step, { kind: 'notify' }> => ({
  kind: 'notify',
  key,
  to: applicant,
  mail,
  link: 'applicant',
})
const tellUnit = (key: string, mail: string): Step => ({
  kind: 'notify',
  key,
  to: unit,
  mail,
  link: 'unit_work',
})

/** To the agent in charge; to the whole desk while nobody is. */
const tellDesk = (mail: string): Step => ({
  kind: 'condition',
  key: 'in_charge',
  when: compare('assignee', 'filled'),
  then: [{ kind: 'notify', key: 'tell_assignee', to: assignee, mail }],
  otherwise: [{ kind: 'notify', key: 'tell_desk', to: { kind: 'role', role: 'agent' }, mail }],
})

const onMove = (...transitions: string[]): Flow['on'] => ({
  kind: 'entry-moved',
  collection: 'request',
  transitions,
})

export const flows = {
  received: {
    title: { fr: 'Demande reçue', en: 'Request received' },
    on: { kind: 'entry-created', collection: 'request' },
    steps: [
      {
        kind: 'condition',
        key: 'long_procedure',
        when: compare('procedure', 'eq', 'public_space'),
        then: [
          {
            kind: 'change-entry',
            key: 'due_in_21_days',
            set: { dueOn: { expression: 'addDays(entry.createdAt, 21)' } },
          },
        ],
        otherwise: [
          {
            kind: 'change-entry',
            key: 'due_in_8_days',
            set: { dueOn: { expression: 'addDays(entry.createdAt, 8)' } },
          },
        ],
      },
      tellApplicant('receipt', 'receipt'),
    ],
  },
  acknowledged: {
    title: { fr: 'Accusé de réception après vérification', en: 'Acknowledgement after the check' },
    on: { kind: 'acknowledged', collection: 'request' },
    steps: [tellApplicant('tell_applicant', 'acknowledgement')],
  },
  'clock-near': {
    title: { fr: 'Échéance légale proche', en: 'Legal due date near' },
    on: { kind: 'clock-near', collection: 'request' },
    steps: [
      {
        kind: 'condition',
        key: 'held_by_unit',
        when: compare('state', 'eq', 'at_unit'),
        then: [tellUnit('tell_unit', 'clock-near')],
      },
      tellDesk('clock-near'),
    ],
  },
  'clock-expired': {
    title: { fr: 'Échéance légale passée', en: 'Legal due date passed' },
    on: { kind: 'clock-expired', collection: 'request' },
    steps: [
      tellDesk('clock-expired'),
      {
        kind: 'notify',
        key: 'tell_supervisor',
        to: { kind: 'role', role: 'supervisor' },
        mail: 'clock-expired',
      },
    ],
  },
  transmitted: {
    title: { fr: 'Demande transmise à un service', en: 'Request passed on to a service' },
    on: onMove('transmit'),
    steps: [
      tellUnit('tell_unit', 'unit-work'),
      tellApplicant('tell_applicant', 'transmitted'),
      {
        kind: 'create-task',
        key: 'ask_unit',
        task: 'handle',
        label: {
          fr: 'Traiter la demande transmise par le guichet',
          en: 'Handle the request passed on by the desk',
        },
        assignee: unit,
        transition: 'accept',
        dueIn: { days: 7 },
      },
      {
        kind: 'wait-until',
        key: 'unit_answers',
        when: not(compare('state', 'eq', 'at_unit')),
        atMost: { days: 7 },
      },
      {
        kind: 'condition',
        key: 'still_there',
        when: compare('state', 'eq', 'at_unit'),
        then: [tellUnit('remind_unit', 'unit-reminder')],
      },
    ],
  },
  'left-unit': {
    title: { fr: 'Le service a rendu la demande', en: 'The service has given the request back' },
    on: onMove('accept', 'refuse', 'send_back', 'take_back', 'withdraw'),
    steps: [
      { kind: 'close-tasks', key: 'close_unit_task', task: 'handle' },
      { kind: 'revoke-links', key: 'close_unit_link', purpose: 'unit_work' },
    ],
  },
  'correction-asked': {
    title: { fr: 'Correction demandée', en: 'Correction asked' },
    on: onMove('ask_correction', 'unit_ask_correction'),
    steps: [
      tellApplicant('tell_applicant', 'correction-asked'),
      {
        kind: 'create-task',
        key: 'ask_applicant',
        task: 'answer',
        label: { fr: 'Corriger ou compléter votre demande', en: 'Correct or complete your request' },
        assignee: applicant,
        transition: 'answer_correction',
        dueIn: { days: 15 },
      },
      {
        kind: 'wait-until',
        key: 'applicant_answers',
        when: not(compare('state', 'eq', 'correction_asked')),
        atMost: { days: 10 },
      },
      {
        kind: 'condition',
        key: 'still_waiting',
        when: compare('state', 'eq', 'correction_asked'),
        then: [tellApplicant('remind_applicant', 'correction-reminder')],
      },
    ],
  },
  'correction-answered': {
    title: { fr: 'Correction reçue', en: 'Correction received' },
    on: onMove('answer_correction', 'resume', 'withdraw'),
    steps: [{ kind: 'close-tasks', key: 'close_answer', task: 'answer' }],
  },
  corrected: {
    title: { fr: 'Prévenir de la correction', en: 'Tell of the correction' },
    on: onMove('answer_correction'),
    steps: [
      {
        kind: 'condition',
        key: 'asked_by_unit',
        when: compare('state', 'eq', 'at_unit'),
        then: [tellUnit('tell_unit', 'unit-completed')],
        otherwise: [tellDesk('desk-corrected')],
      },
    ],
  },
  returned: {
    title: { fr: 'Demande renvoyée au guichet', en: 'Request sent back to the desk' },
    on: onMove('send_back'),
    steps: [tellDesk('desk-returned')],
  },
  accepted: {
    title: { fr: 'Demande acceptée', en: 'Request accepted' },
    on: onMove('accept'),
    steps: [{ ...tellApplicant('tell_applicant', 'accepted'), text: 'accepted' }],
  },
  refused: {
    title: { fr: 'Demande refusée', en: 'Request refused' },
    on: onMove('refuse'),
    steps: [tellApplicant('tell_applicant', 'refused')],
  },
  withdrawn: {
    title: { fr: 'Demande retirée', en: 'Request withdrawn' },
    on: onMove('withdraw'),
    steps: [tellApplicant('tell_applicant', 'withdrawn')],
  },
  'message-posted': {
    title: { fr: 'Nouveau message', en: 'New message' },
    on: { kind: 'message-posted', collection: 'request' },
    steps: [
      tellApplicant('tell_applicant', 'message'),
      { kind: 'notify', key: 'tell_assignee', to: assignee, mail: 'message' },
      {
        kind: 'condition',
        key: 'held_by_unit',
        when: compare('state', 'eq', 'at_unit'),
        then: [tellUnit('tell_unit', 'message')],
      },
    ],
  },
} satisfies Record<string, Flow>
