// SPDX-License-Identifier: MIT
import { defineSolution } from '@guichet/engine'
import { dashboards } from './dashboards.ts'
import { flows } from './flows.ts'
import { forms } from './forms.ts'
import { agent } from './help/agent.ts'
import { citizen } from './help/citizen.ts'
import { service } from './help/service.ts'
import { supervisor } from './help/supervisor.ts'
import { mails } from './mails.ts'
import * as canteen from './procedures/canteen.ts'
import * as civilStatus from './procedures/civil-status.ts'
import * as publicSpace from './procedures/public-space.ts'
import * as streetProblem from './procedures/street-problem.ts'
import { request } from './request.ts'
import { grants, links, roles } from './rights.ts'
import { texts } from './texts.ts'
import { views } from './views.ts'

/** The one-stop desk of a town: the public files, the desk checks, the services answer. */
export const solution = defineSolution({
  key: 'town-desk',
  title: { fr: 'Guichet unique', en: 'One-stop desk' },
  summary: {
    fr: 'Les demandes des habitants, du dépôt à la réponse, avec les services de la commune.',
    en: 'The requests of the inhabitants, from filing to the answer, with the services of the town.',
  },
  uses: ['directory'],
  collections: { request },
  forms,
  themes: {
    streets: { title: { fr: 'Voirie et cadre de vie', en: 'Streets and surroundings' }, icon: 'road' },
    civil: { title: { fr: 'État civil', en: 'Civil status' }, icon: 'certificate' },
    school: { title: { fr: 'Enfance et école', en: 'Childhood and school' }, icon: 'school' },
  },
  procedures: {
    'signaler-un-probleme': streetProblem.procedure,
    'acte-d-etat-civil': civilStatus.procedure,
    'inscription-cantine': canteen.procedure,
    'occuper-le-domaine-public': publicSpace.procedure,
  },
  roles,
  links,
  grants,
  views,
  dashboards,
  mails,
  texts,
  flows,
  help: { usager: citizen, guichet: agent, service, supervision: supervisor },
})

export { demonstration } from './demonstration/index.ts'
