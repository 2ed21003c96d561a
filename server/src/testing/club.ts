// SPDX-License-Identifier: MIT
import { compare, defineSolution, type Solution } from '@guichet/engine'

const text = (fr: string, en: string) => ({ fr, en })

/**
 * A small sports club, to test the server without any real solution: people, teams, and licences that a player asks
 * for, a secretary checks, and the team's coach endorses. Provides the identity of the installation.
 */
export const club: Solution = defineSolution({
  key: 'club',
  title: text('Club', 'Club'),
  summary: text('Licences d’un club de sport', 'Licences of a sports club'),
  identity: {
    person: { collection: 'person', name: 'name', email: 'email' },
    organisation: { collection: 'team', name: 'name', email: 'email' },
    membership: {
      collection: 'membership',
      person: 'person',
      organisation: 'team',
      role: 'role',
      startsOn: 'startsOn',
      endsOn: 'endsOn',
    },
  },
  roles: {
    secretary: { title: text('Secrétaire', 'Secretary'), space: 'desk' },
    coach: { title: text('Entraîneuse', 'Coach'), space: 'desk' },
    administrator: { title: text('Administratrice', 'Administrator'), space: 'studio' },
  },
  links: {
    player: { title: text('Suivi de la licence', 'Licence follow-up'), lifetimeDays: 30, opens: 'request' },
    doctor: { title: text('Avis du médecin', 'Opinion of the doctor'), lifetimeDays: 15, opens: 'work' },
  },
  collections: {
    person: {
      title: text('Personne', 'Person'),
      titlePlural: text('Personnes', 'People'),
      entryTitle: '{{ entry.name }}',
      search: ['name'],
      fields: {
        name: { type: 'text', label: text('Nom', 'Name'), required: true, personalData: true },
        email: { type: 'email', label: text('Courriel', 'E-mail'), personalData: true },
      },
    },
    team: {
      title: text('Équipe', 'Team'),
      titlePlural: text('Équipes', 'Teams'),
      entryTitle: '{{ entry.name }}',
      fields: {
        name: { type: 'text', label: text('Nom', 'Name'), required: true },
        email: { type: 'email', label: text('Courriel', 'E-mail') },
        captain: { type: 'reference', to: 'person', label: text('Capitaine', 'Captain') },
      },
    },
    membership: {
      title: text('Adhésion', 'Membership'),
      titlePlural: text('Adhésions', 'Memberships'),
      entryTitle: '{{ entry.role }}',
      fields: {
        person: { type: 'reference', to: 'person', label: text('Personne', 'Person'), required: true },
        team: { type: 'reference', to: 'team', label: text('Équipe', 'Team'), required: true },
        role: { type: 'text', label: text('Rôle', 'Role'), required: true },
        startsOn: { type: 'date', label: text('Depuis', 'Since') },
        endsOn: { type: 'date', label: text('Jusqu’au', 'Until') },
      },
    },
    licence: {
      title: text('Licence', 'Licence'),
      titlePlural: text('Licences', 'Licences'),
      entryTitle: 'Licence de {{ entry.playerName }}',
      numbering: { pattern: 'LIC-{year}-{sequence}', digits: 5 },
      contact: { name: 'playerName', email: 'playerEmail' },
      heldBy: 'team',
      search: ['playerName'],
      noteAudiences: {
        office: { label: text('Bureau', 'Office') },
        coaches: { label: text('Bureau et entraîneurs', 'Office and coaches') },
      },
      fields: {
        playerName: {
          type: 'text',
          label: text('Nom du joueur', 'Player’s name'),
          required: true,
          personalData: true,
        },
        playerEmail: { type: 'email', label: text('Courriel', 'E-mail'), required: true, personalData: true },
        motive: { type: 'long_text', label: text('Motivation', 'Motive') },
        level: {
          type: 'choice',
          label: text('Niveau', 'Level'),
          options: [
            { value: 'beginner', label: text('Débutant', 'Beginner') },
            { value: 'expert', label: text('Confirmé', 'Expert') },
          ],
        },
        fee: { type: 'money', label: text('Cotisation', 'Fee') },
        feeInWords: {
          type: 'computed',
          label: text('Cotisation majorée', 'Raised fee'),
          expression: 'entry.fee + 500',
          result: 'number',
        },
        health: {
          type: 'text',
          label: text('Remarque médicale', 'Medical remark'),
          personalData: true,
          sensitive: true,
        },
        team: { type: 'reference', to: 'team', label: text('Équipe', 'Team') },
        certificate: {
          type: 'file',
          label: text('Certificat', 'Certificate'),
          accept: ['pdf', 'image'],
          maxSizeMb: 1,
        },
        photos: {
          type: 'files',
          label: text('Photos', 'Photos'),
          accept: ['image'],
          maxSizeMb: 1,
          maxCount: 2,
        },
        children: {
          type: 'group',
          label: text('Enfants', 'Children'),
          itemLabel: text('Enfant', 'Child'),
          maxItems: 3,
          fields: { firstName: { type: 'text', label: text('Prénom', 'First name'), required: true } },
        },
      },
      lifecycle: {
        initial: 'asked',
        stages: {
          office: { label: text('Bureau', 'Office') },
          team: { label: text('Équipe', 'Team') },
          decision: { label: text('Décision', 'Decision') },
        },
        states: {
          asked: {
            label: text('À vérifier', 'To check'),
            publicLabel: text('Reçue', 'Received'),
            tone: 'info',
            stage: 'office',
          },
          incomplete: {
            label: text('Complément attendu', 'Waiting for more'),
            tone: 'warn',
            stage: 'office',
          },
          at_team: { label: text('Chez l’équipe', 'With the team'), tone: 'wait', stage: 'team' },
          granted: { label: text('Accordée', 'Granted'), tone: 'ok', closed: true, stage: 'decision' },
          refused: { label: text('Refusée', 'Refused'), tone: 'danger', closed: true, stage: 'decision' },
        },
        transitions: {
          ask_more: {
            from: ['asked', 'at_team'],
            to: 'incomplete',
            label: text('Demander un complément', 'Ask for more'),
            reason: 'required',
            publicReason: true,
            remember: true,
          },
          complete: {
            from: ['incomplete'],
            to: { back: true, otherwise: 'asked' },
            label: text('Compléter', 'Complete'),
            form: 'complement',
          },
          send_to_team: {
            from: ['asked'],
            to: 'at_team',
            label: text('Transmettre à l’équipe', 'Send to the team'),
            form: 'choose-team',
          },
          grant: {
            from: ['asked', 'at_team'],
            to: 'granted',
            label: text('Accorder', 'Grant'),
            guard: {
              condition: compare('fee', 'filled'),
              otherwise: text('La cotisation n’est pas fixée.', 'The fee is not set.'),
            },
          },
          refuse: {
            from: ['asked', 'at_team'],
            to: 'refused',
            label: text('Refuser', 'Refuse'),
            reason: 'required',
          },
          reopen: { from: ['granted', 'refused'], to: 'asked', label: text('Rouvrir', 'Reopen') },
        },
      },
    },
  },
  themes: { sport: { title: text('Sport', 'Sport') } },
  forms: {
    ask: {
      collection: 'licence',
      title: text('Demander une licence', 'Ask for a licence'),
      pages: [
        {
          key: 'player',
          title: text('Le joueur', 'The player'),
          items: [{ field: 'playerName' }, { field: 'playerEmail' }, { field: 'level' }],
        },
        {
          key: 'more',
          title: text('Précisions', 'Details'),
          items: [
            { field: 'motive', showWhen: compare('level', 'eq', 'expert'), required: true },
            { field: 'certificate' },
            { field: 'photos' },
            { field: 'children' },
          ],
        },
      ],
    },
    complement: {
      collection: 'licence',
      title: text('Compléter', 'Complete'),
      pages: [
        { key: 'more', title: text('Précisions', 'Details'), items: [{ field: 'motive', required: true }] },
      ],
    },
    'choose-team': {
      collection: 'licence',
      title: text('Choisir une équipe', 'Choose a team'),
      pages: [{ key: 'team', title: text('Équipe', 'Team'), items: [{ field: 'team', required: true }] }],
    },
  },
  procedures: {
    licence: {
      title: text('Demander une licence', 'Ask for a licence'),
      summary: text('Pour jouer toute l’année.', 'To play all year.'),
      theme: 'sport',
      form: 'ask',
      keywords: { fr: ['adhésion', 'inscription'], en: ['membership'] },
      sheet: { lead: text('La licence est annuelle.', 'A licence lasts a year.') },
    },
  },
  grants: [
    { who: { kind: 'role', role: 'administrator' }, may: ['list', 'read', 'history'], on: 'licence' },
    { who: { kind: 'everyone' }, may: ['read', 'list'], on: 'team', fields: { read: ['name'] } },
    {
      who: { kind: 'everyone' },
      may: ['create'],
      on: 'licence',
      fields: {
        write: ['playerName', 'playerEmail', 'level', 'motive', 'certificate', 'photos', 'children'],
      },
    },
    {
      who: { kind: 'role', role: 'secretary' },
      may: ['list', 'read', 'create', 'edit', 'delete'],
      on: 'team',
    },
    { who: { kind: 'role', role: 'secretary' }, may: ['list', 'read', 'create', 'edit'], on: 'person' },
    { who: { kind: 'role', role: 'secretary' }, may: ['list', 'read', 'create'], on: 'membership' },
    {
      who: { kind: 'role', role: 'secretary' },
      may: [
        'list',
        'read',
        'create',
        'edit',
        'delete',
        'comment',
        'note',
        'export',
        'share',
        'history',
        'transition:*',
      ],
      on: 'licence',
      notes: ['office', 'coaches'],
    },
    {
      who: { kind: 'role-at', role: 'coach', at: 'team' },
      may: [
        'list',
        'read',
        'comment',
        'note',
        'history',
        'transition:grant',
        'transition:refuse',
        'transition:ask_more',
      ],
      on: 'licence',
      where: compare('state', 'ne', 'asked'),
      fields: { read: ['playerName', 'level', 'team', 'motive', 'fee'] },
      notes: ['coaches'],
    },
    {
      who: { kind: 'owner' },
      may: ['list', 'read', 'comment', 'transition:complete'],
      on: 'licence',
      fields: {
        read: ['playerName', 'playerEmail', 'level', 'motive', 'team', 'certificate', 'photos', 'children'],
      },
    },
    {
      who: { kind: 'link', purpose: 'player' },
      may: ['read', 'comment', 'transition:complete'],
      on: 'licence',
      fields: {
        read: ['playerName', 'playerEmail', 'level', 'motive', 'team', 'certificate', 'photos', 'children'],
      },
    },
    {
      who: { kind: 'link', purpose: 'doctor' },
      may: ['read', 'comment', 'edit'],
      on: 'licence',
      fields: { read: ['playerName', 'health'], write: ['health'] },
    },
    {
      who: { kind: 'relation', path: 'team.captain' },
      may: ['list', 'read'],
      on: 'licence',
      fields: { read: ['playerName', 'level'] },
    },
  ],
  views: {
    'to-check': {
      collection: 'licence',
      title: text('À vérifier', 'To check'),
      roles: ['secretary'],
      where: compare('state', 'eq', 'asked'),
      columns: ['playerName', 'level'],
      sort: 'createdAt',
      lateAfterDays: 7,
    },
  },
  mails: {
    receipt: {
      title: text('Accusé de réception', 'Receipt'),
      subject: text('Votre demande {{ entry.number }}', 'Your request {{ entry.number }}'),
      body: text(
        'Bonjour {{ recipient.name }},\n\nNous avons reçu votre demande.',
        'Hello {{ recipient.name }},\n\nWe have received your request.',
      ),
      button: text('Suivre ma demande', 'Follow my request'),
    },
    refused: {
      title: text('Refus', 'Refusal'),
      subject: text(
        'Votre demande {{ entry.number }} est refusée',
        'Your request {{ entry.number }} is refused',
      ),
      body: text('Motif : {{ reason }}', 'Reason: {{ reason }}'),
    },
    'to-team': {
      title: text('À l’équipe', 'To the team'),
      subject: text('Une licence à traiter', 'A licence to handle'),
      body: text('{{ entry.playerName }} demande une licence.', '{{ entry.playerName }} asks for a licence.'),
    },
  },
  flows: {
    receipt: {
      title: text('Accuser réception', 'Acknowledge'),
      on: { kind: 'entry-created', collection: 'licence' },
      steps: [{ kind: 'notify', key: 'tell', to: { kind: 'applicant' }, mail: 'receipt', link: 'player' }],
    },
    refusal: {
      title: text('Dire le refus', 'Tell the refusal'),
      on: { kind: 'entry-moved', collection: 'licence', transitions: ['refuse'] },
      steps: [{ kind: 'notify', key: 'tell', to: { kind: 'applicant' }, mail: 'refused' }],
    },
    'to-team': {
      title: text('Prévenir l’équipe', 'Tell the team'),
      on: { kind: 'entry-moved', collection: 'licence', transitions: ['send_to_team'] },
      steps: [{ kind: 'notify', key: 'tell', to: { kind: 'path', path: 'team' }, mail: 'to-team' }],
    },
  },
})
