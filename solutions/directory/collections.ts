// SPDX-License-Identifier: MIT
import type { Collection } from '@guichet/engine'

/** Someone the body knows: applicant, agent, supervisor… With or without an account. */
export const person = {
  title: { fr: 'Personne', en: 'Person' },
  titlePlural: { fr: 'Personnes', en: 'Persons' },
  icon: 'user',
  entryTitle: '{{ entry.raw.name.firstName }} {{ entry.raw.name.lastName }}',
  search: ['name', 'email', 'phone'],
  fields: {
    name: {
      type: 'person_identity',
      label: { fr: 'Nom', en: 'Name' },
      civility: 'optional',
      required: true,
      personalData: true,
    },
    email: { type: 'email', label: { fr: 'Courriel', en: 'E-mail' }, personalData: true },
    phone: { type: 'phone', label: { fr: 'Téléphone', en: 'Telephone' }, personalData: true },
  },
} satisfies Collection

/** A body, one of its services, a school, a company, an association. */
export const organisation = {
  title: { fr: 'Organisme', en: 'Organisation' },
  titlePlural: { fr: 'Organismes', en: 'Organisations' },
  icon: 'building',
  entryTitle: '{{ entry.name }}',
  search: ['name'],
  fields: {
    name: { type: 'text', label: { fr: 'Nom', en: 'Name' }, required: true, maxLength: 140 },
    kind: {
      type: 'choice',
      label: { fr: 'Nature', en: 'Kind' },
      required: true,
      display: 'select',
      options: [
        { value: 'body', label: { fr: 'Collectivité ou établissement public', en: 'Public body' } },
        { value: 'service', label: { fr: 'Service', en: 'Department' } },
        { value: 'school', label: { fr: 'École, collège ou lycée', en: 'School' } },
        { value: 'company', label: { fr: 'Entreprise', en: 'Company' } },
        { value: 'association', label: { fr: 'Association', en: 'Association' } },
        { value: 'other', label: { fr: 'Autre', en: 'Other' } },
      ],
    },
    siret: { type: 'siret', label: { fr: 'Numéro SIRET', en: 'SIRET number' } },
    uai: { type: 'uai', label: { fr: 'Code UAI', en: 'UAI code' } },
    email: {
      type: 'email',
      label: { fr: 'Courriel', en: 'E-mail' },
      help: {
        fr: 'Une boîte que plusieurs personnes relèvent : les dossiers transmis y arrivent.',
        en: 'A mailbox that several people read: transmitted files arrive there.',
      },
    },
    phone: { type: 'phone', label: { fr: 'Téléphone', en: 'Telephone' } },
    address: { type: 'address', label: { fr: 'Adresse', en: 'Address' } },
    handles: {
      type: 'long_text',
      label: { fr: 'Ce dont il s’occupe', en: 'What it handles' },
      help: {
        fr: 'Quelques mots, pour que le guichet choisisse le bon destinataire.',
        en: 'A few words, so that the desk chooses the right one.',
      },
      maxLength: 500,
    },
    territory: {
      type: 'reference',
      to: 'territory',
      label: { fr: 'Territoire', en: 'Territory' },
      help: { fr: 'La commune où il se trouve, en général.', en: 'The town where it is, in general.' },
    },
    startsOn: { type: 'date', label: { fr: 'Peut être choisi à partir du', en: 'May be chosen from' } },
    endsOn: {
      type: 'date',
      label: { fr: 'Jusqu’au', en: 'Until' },
      help: {
        fr: 'Passé ce jour, il n’est plus proposé. Ce qui lui a été confié reste.',
        en: 'After that day it is not offered any more. What it was given stays.',
      },
    },
    parent: {
      type: 'reference',
      to: 'organisation',
      label: { fr: 'Organisme de rattachement', en: 'Parent organisation' },
      acyclic: true,
    },
    predecessors: {
      type: 'references',
      to: 'organisation',
      label: { fr: 'Succède à', en: 'Succeeds' },
      help: {
        fr: 'Les organismes fermés dont celui-ci a repris l’activité : une fusion d’écoles, un service renommé.',
        en: 'The closed organisations whose activity this one took over: merged schools, a renamed service.',
      },
      maxItems: 20,
      acyclic: true,
    },
  },
} satisfies Collection

/** A role that a person holds in an organisation, from one day to another. */
export const membership = {
  title: { fr: 'Habilitation', en: 'Membership' },
  titlePlural: { fr: 'Habilitations', en: 'Memberships' },
  icon: 'id-badge',
  entryTitle: '{{ entry.role }}',
  search: ['role'],
  fields: {
    person: { type: 'reference', to: 'person', label: { fr: 'Personne', en: 'Person' }, required: true },
    organisation: {
      type: 'reference',
      to: 'organisation',
      label: { fr: 'Organisme', en: 'Organisation' },
      required: true,
    },
    role: {
      type: 'text',
      label: { fr: 'Rôle', en: 'Role' },
      help: {
        fr: 'Solution et rôle, par exemple « directory.staff ».',
        en: 'Solution and role, such as “directory.staff”.',
      },
      required: true,
      maxLength: 100,
    },
    territories: {
      type: 'references',
      to: 'territory',
      label: { fr: 'Limité aux territoires', en: 'Limited to the territories' },
      help: {
        fr: 'Avec tout ce qu’ils contiennent : un département comprend ses cantons et ses communes.',
        en: 'With all they contain: a department comprises its cantons and communes.',
      },
      maxItems: 100,
    },
    startsOn: { type: 'date', label: { fr: 'À partir du', en: 'From' } },
    endsOn: { type: 'date', label: { fr: 'Jusqu’au', en: 'Until' } },
    endReason: {
      type: 'text',
      label: { fr: 'Pourquoi elle a pris fin', en: 'Why it ended' },
      maxLength: 200,
    },
  },
  relation: {
    from: 'person',
    to: 'organisation',
    kind: 'role',
    startsOn: 'startsOn',
    endsOn: 'endsOn',
    endReason: 'endReason',
  },
} satisfies Collection

/** A place of the administration of France, with the official code it is known by (INSEE, education authorities). */
export const territory = {
  title: { fr: 'Territoire', en: 'Territory' },
  titlePlural: { fr: 'Territoires', en: 'Territories' },
  icon: 'map-pin',
  entryTitle: '{{ entry.name }}',
  search: ['name', 'code'],
  fields: {
    kind: {
      type: 'choice',
      label: { fr: 'Nature', en: 'Kind' },
      required: true,
      display: 'select',
      options: [
        { value: 'region', label: { fr: 'Région', en: 'Region' } },
        { value: 'academy', label: { fr: 'Académie', en: 'Education authority' } },
        { value: 'department', label: { fr: 'Département', en: 'Department' } },
        { value: 'canton', label: { fr: 'Canton', en: 'Canton' } },
        { value: 'commune', label: { fr: 'Commune', en: 'Commune' } },
      ],
    },
    code: {
      type: 'text',
      label: { fr: 'Code officiel', en: 'Official code' },
      required: true,
      maxLength: 10,
    },
    name: { type: 'text', label: { fr: 'Nom', en: 'Name' }, required: true, maxLength: 120 },
    parent: {
      type: 'reference',
      to: 'territory',
      label: { fr: 'Fait partie de', en: 'Lies in' },
      acyclic: true,
    },
  },
} satisfies Collection
