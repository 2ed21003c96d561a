// SPDX-License-Identifier: MIT
import { all, compare, type Form } from '@guichet/engine'
import * as canteen from './procedures/canteen.ts'
import * as civilStatus from './procedures/civil-status.ts'
import * as publicSpace from './procedures/public-space.ts'
import * as streetProblem from './procedures/street-problem.ts'

/** What the desk says when it passes a request on. */
const transmit = {
  collection: 'request',
  title: { fr: 'Transmettre pour traitement', en: 'Pass on for processing' },
  pages: [
    {
      key: 'transmit',
      title: { fr: 'À qui transmettre', en: 'To whom' },
      items: [
        { field: 'unit', required: true },
        { field: 'deskWord', anew: true },
      ],
    },
  ],
} satisfies Form

const decision = {
  collection: 'request',
  title: { fr: 'Accepter', en: 'Accept' },
  pages: [
    {
      key: 'decision',
      title: { fr: 'La suite donnée', en: 'What follows' },
      items: [{ field: 'plannedOn' }],
    },
  ],
} satisfies Form

/** What is asked of the applicant: a detail, or what the texts require, which suspends the period. */
const askCompletion = {
  collection: 'request',
  title: { fr: 'Demander une correction', en: 'Ask for a correction' },
  pages: [
    {
      key: 'ask',
      title: { fr: 'Ce qui manque', en: 'What is missing' },
      items: [
        { field: 'isIncomplete', anew: true },
        { field: 'completeBy', anew: true },
      ],
    },
  ],
} satisfies Form

const filed: readonly (readonly [procedure: string, form: Form])[] = [
  ['street_problem', streetProblem.form],
  ['civil_status', civilStatus.form],
  ['canteen', canteen.form],
  ['public_space', publicSpace.form],
]

/** The questions of the request's own procedure again, but the consent: it was given once, on its day. */
const correction = {
  collection: 'request',
  title: { fr: 'Corriger ou compléter ma demande', en: 'Correct or complete my request' },
  pages: filed.flatMap(([procedure, form]) =>
    form.pages.map((page) => ({
      ...page,
      key: `${procedure}_${page.key}`,
      showWhen: all(compare('procedure', 'eq', procedure), ...(page.showWhen ? [page.showWhen] : [])),
      items: page.items.filter((item) => item.field !== 'dataConsent'),
    })),
  ),
} satisfies Form

export const forms = {
  'street-problem': streetProblem.form,
  'civil-status': civilStatus.form,
  canteen: canteen.form,
  'public-space': publicSpace.form,
  transmit,
  decision,
  'ask-completion': askCompletion,
  correction,
} satisfies Record<string, Form>
