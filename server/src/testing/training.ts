// SPDX-License-Identifier: MIT
import {
  type Collection,
  compare,
  compareActor,
  currentlyLinked,
  defineSolution,
  type Role,
  type Solution,
} from '@guichet/engine'

const text = (fr: string, en: string) => ({ fr, en })

const person = {
  title: text('Personne', 'Person'),
  titlePlural: text('Personnes', 'People'),
  entryTitle: '{{ entry.name }}',
  search: ['name'],
  fields: {
    name: { type: 'text', label: text('Nom', 'Name'), required: true },
    email: { type: 'email', label: text('Courriel', 'E-mail') },
  },
} satisfies Collection

const organisation = {
  title: text('Organisme', 'Organisation'),
  titlePlural: text('Organismes', 'Organisations'),
  entryTitle: '{{ entry.name }}',
  search: ['name'],
  fields: {
    name: { type: 'text', label: text('Nom', 'Name'), required: true },
    email: { type: 'email', label: text('Courriel', 'E-mail') },
    territory: { type: 'reference', to: 'territory', label: text('Commune', 'Town') },
    parent: {
      type: 'reference',
      to: 'organisation',
      acyclic: true,
      label: text('Rattaché à', 'Part of'),
    },
    predecessors: {
      type: 'references',
      to: 'organisation',
      acyclic: true,
      label: text('Succède à', 'Succeeds'),
    },
  },
} satisfies Collection

const membership = {
  title: text('Habilitation', 'Membership'),
  titlePlural: text('Habilitations', 'Memberships'),
  entryTitle: '{{ entry.role }}',
  fields: {
    person: { type: 'reference', to: 'person', label: text('Personne', 'Person'), required: true },
    organisation: {
      type: 'reference',
      to: 'organisation',
      label: text('Organisme', 'Organisation'),
      required: true,
    },
    role: { type: 'text', label: text('Rôle', 'Role'), required: true },
    territories: { type: 'references', to: 'territory', label: text('Territoires', 'Territories') },
    startsOn: { type: 'date', label: text('Depuis', 'Since') },
    endsOn: { type: 'date', label: text('Jusqu’au', 'Until') },
  },
  relation: {
    from: 'person',
    to: 'organisation',
    kind: 'role',
    startsOn: 'startsOn',
    endsOn: 'endsOn',
  },
} satisfies Collection

const territory = {
  title: text('Territoire', 'Territory'),
  titlePlural: text('Territoires', 'Territories'),
  entryTitle: '{{ entry.name }}',
  fields: {
    kind: {
      type: 'choice',
      label: text('Nature', 'Kind'),
      options: [
        { value: 'region', label: text('Région', 'Region') },
        { value: 'department', label: text('Département', 'Department') },
        { value: 'canton', label: text('Canton', 'Canton') },
        { value: 'commune', label: text('Commune', 'Town') },
      ],
    },
    code: { type: 'text', label: text('Code', 'Code') },
    name: { type: 'text', label: text('Nom', 'Name') },
    parent: { type: 'reference', to: 'territory', acyclic: true, label: text('Dans', 'In') },
  },
} satisfies Collection

const tutoring = {
  title: text('Encadrement', 'Tutoring'),
  titlePlural: text('Encadrements', 'Tutorings'),
  entryTitle: '{{ entry.kind }}',
  fields: {
    trainee: { type: 'reference', to: 'person', label: text('Stagiaire', 'Trainee'), required: true },
    supervisor: { type: 'reference', to: 'person', label: text('Encadrant', 'Supervisor'), required: true },
    kind: {
      type: 'choice',
      label: text('À quel titre', 'As'),
      required: true,
      options: [
        { value: 'training_master', label: text('Maître de stage', 'Training master') },
        { value: 'controller', label: text('Contrôleur', 'Controller') },
        { value: 'guardian', label: text('Responsable légal', 'Guardian') },
      ],
    },
    startsOn: { type: 'date', label: text('Depuis le', 'Since') },
    endsOn: { type: 'date', label: text('Jusqu’au', 'Until') },
    endReason: { type: 'text', label: text('Motif de fin', 'Why it ended') },
  },
  relation: {
    from: 'trainee',
    to: 'supervisor',
    kind: 'kind',
    startsOn: 'startsOn',
    endsOn: 'endsOn',
    endReason: 'endReason',
  },
} satisfies Collection

const report = {
  title: text('Rapport', 'Report'),
  titlePlural: text('Rapports', 'Reports'),
  entryTitle: '{{ entry.subject }}',
  fields: {
    subject: { type: 'text', label: text('Objet', 'Subject'), required: true },
    trainee: { type: 'reference', to: 'person', label: text('Stagiaire', 'Trainee') },
    organisation: { type: 'reference', to: 'organisation', label: text('Organisme', 'Organisation') },
  },
} satisfies Collection

const roles = {
  registrar: { title: text('Scolarité', 'Registrar'), space: 'desk' },
  inspector: { title: text('Inspectrice', 'Inspector'), space: 'desk' },
  head: {
    title: text('Responsable de l’organisme', 'Head of the organisation'),
    space: 'portal',
    managedBy: ['registrar'],
  },
  secretary: { title: text('Secrétariat', 'Office'), space: 'portal', managedBy: ['head'] },
} satisfies Record<string, Role>

const { relation } = tutoring

/**
 * A school of training, to test people and their relations: trainees with several training masters and a pair of
 * controllers, pupils with guardians, hosts whose heads declare their own members, inspectors limited to territories.
 */
export const training: Solution = defineSolution({
  key: 'training',
  title: text('Formation', 'Training'),
  summary: text('Stagiaires et encadrants', 'Trainees and supervisors'),
  identity: {
    person: { collection: 'person', name: 'name', email: 'email' },
    organisation: { collection: 'organisation', name: 'name', email: 'email', parent: 'parent' },
    membership: {
      collection: 'membership',
      person: 'person',
      organisation: 'organisation',
      role: 'role',
      startsOn: 'startsOn',
      endsOn: 'endsOn',
      territories: 'territories',
    },
    territory: { collection: 'territory', name: 'name', kind: 'kind', code: 'code', parent: 'parent' },
  },
  roles,
  collections: { person, organisation, membership, territory, tutoring, report },
  forms: {},
  grants: [
    ...(['person', 'organisation', 'territory', 'report'] as const).map((on) => ({
      who: { kind: 'role' as const, role: 'registrar' },
      may: ['list' as const, 'read' as const, 'create' as const, 'edit' as const, 'history' as const],
      on,
    })),
    {
      who: { kind: 'role', role: 'registrar' },
      may: ['list', 'read', 'create', 'edit', 'history'],
      on: 'tutoring',
    },
    {
      who: { kind: 'role', role: 'registrar' },
      may: ['list', 'read', 'create', 'edit'],
      on: 'membership',
    },
    // Everyone knows by whom they are followed, and whom they follow.
    { who: { kind: 'relation', path: 'trainee' }, may: ['list', 'read'], on: 'tutoring' },
    { who: { kind: 'relation', path: 'supervisor' }, may: ['list', 'read'], on: 'tutoring' },
    { who: { kind: 'relation', path: 'id' }, may: ['list', 'read'], on: 'person' },
    // The current training masters and controllers of this trainee.
    {
      who: { kind: 'signed-in' },
      may: ['list', 'read'],
      on: 'report',
      where: currentlyLinked('trainee.tutoring[trainee]', relation, ['training_master', 'controller']),
    },
    {
      who: { kind: 'signed-in' },
      may: ['list', 'read'],
      on: 'person',
      where: currentlyLinked('tutoring[trainee]', relation),
    },
    // Hosts.
    ...(['head', 'secretary'] as const).map((role) => ({
      who: { kind: 'role-at' as const, role, at: 'organisation' },
      may: ['list' as const, 'read' as const, 'create' as const],
      on: 'report' as const,
    })),
    ...(['head', 'secretary'] as const).map((role) => ({
      who: { kind: 'role-at' as const, role, at: 'id' },
      may: ['list' as const, 'read' as const],
      on: 'organisation' as const,
    })),
    { who: { kind: 'role-at', role: 'head', at: 'organisation' }, may: ['list', 'read'], on: 'membership' },
    {
      who: { kind: 'role-at', role: 'head', at: 'membership[person].organisation' },
      may: ['list', 'read'],
      on: 'person',
    },
    // What lies in one's territories.
    {
      who: { kind: 'role', role: 'inspector' },
      may: ['list', 'read'],
      on: 'organisation',
      where: compareActor('territory', 'eq', 'my.territories'),
    },
    {
      who: { kind: 'role', role: 'inspector' },
      may: ['list', 'read'],
      on: 'territory',
      where: compare('code', 'filled'),
    },
  ],
})

/** Another solution that follows former trainees: it adds to the people of the school. */
export const alumni: Solution = defineSolution({
  key: 'alumni',
  title: text('Anciens élèves', 'Alumni'),
  summary: text('Les promotions', 'Graduates'),
  uses: ['training'],
  roles: { secretary: { title: text('Amicale', 'Association'), space: 'desk' } },
  collections: {},
  forms: {},
  grants: [],
  extends: {
    'training.person': {
      fields: { graduationYear: { type: 'integer', label: text('Promotion', 'Graduation year') } },
      grants: [
        {
          who: { kind: 'role', role: 'secretary' },
          may: ['list', 'read', 'edit'],
          where: compare('graduationYear', 'filled'),
          fields: { read: ['name', 'graduationYear'], write: ['graduationYear'] },
        },
        {
          who: { kind: 'role', role: 'training.registrar' },
          may: ['read', 'edit'],
          fields: { read: ['graduationYear'], write: ['graduationYear'] },
        },
      ],
    },
  },
})
