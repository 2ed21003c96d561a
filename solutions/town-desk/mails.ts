// SPDX-License-Identifier: MIT
import type { MailTemplate } from '@guichet/engine'

const follow = { fr: 'Suivre ma demande', en: 'Follow my request' }
const summary = ['title', 'number', 'state'] satisfies MailTemplate['facts']
const withDue = ['title', 'number', 'state', 'dueOn'] satisfies MailTemplate['facts']

/** To the applicant, at each step. */
const toApplicant = {
  receipt: {
    title: { fr: 'Accusé d’enregistrement', en: 'Registration receipt' },
    subject: {
      fr: 'Nous avons bien reçu votre demande {{ entry.number }}',
      en: 'We have received your request {{ entry.number }}',
    },
    body: {
      fr: `Bonjour {{ recipient.name }},

# Nous avons bien reçu votre demande

Un agent du guichet la vérifie sous **2 jours ouvrés**, puis la transmet au service concerné. Vous saurez lequel. S’il manque une précision, nous vous écrivons.

Gardez ce numéro de suivi : **{{ entry.number }}**.`,
      en: `Dear {{ recipient.name }},

# We have received your request

A desk agent checks it within **2 working days**, then passes it on to the right service. You will know which one. If a detail is missing, we write to you.

Keep this tracking number: **{{ entry.number }}**.`,
    },
    button: follow,
    facts: ['title', 'dueOn'],
    notice: 'filing',
  },
  acknowledgement: {
    title: { fr: 'Accusé de réception', en: 'Acknowledgement of receipt' },
    subject: {
      fr: 'Accusé de réception de votre demande {{ entry.number }}',
      en: 'Acknowledgement of your request {{ entry.number }}',
    },
    body: {
      fr: `Bonjour {{ recipient.name }},

# Votre demande est vérifiée

Voici l’accusé de réception de votre demande. Gardez-le : il dit jusqu’à quand nous devons vous répondre. Vous pouvez l’ouvrir et l’imprimer depuis la page de votre demande.`,
      en: `Dear {{ recipient.name }},

# Your request is checked

Here is the acknowledgement of your request. Keep it: it says until when we must answer you. You can open and print it from the page of your request.`,
    },
    button: follow,
    facts: summary,
    notice: 'acknowledgement',
  },
  transmitted: {
    title: { fr: 'Demande transmise', en: 'Request passed on' },
    subject: {
      fr: 'Votre demande {{ entry.number }} a été transmise à {{ entry.unit }} pour traitement',
      en: 'Your request {{ entry.number }} was passed on to {{ entry.unit }} for processing',
    },
    body: {
      fr: `Bonjour {{ recipient.name }},

# Votre demande a été transmise à {{ entry.unit }} pour traitement

Le guichet l’a vérifiée. Merci. Le service vous répond directement.`,
      en: `Dear {{ recipient.name }},

# Your request was passed on to {{ entry.unit }} for processing

The desk has checked it. Thank you. The service answers you directly.`,
    },
    button: follow,
    facts: withDue,
  },
  'correction-asked': {
    title: { fr: 'Correction demandée', en: 'Correction asked' },
    subject: {
      fr: 'Votre réponse est attendue : demande {{ entry.number }}',
      en: 'Your answer is awaited: request {{ entry.number }}',
    },
    body: {
      fr: `Bonjour {{ recipient.name }},

# Il nous manque une précision

Votre demande attend votre réponse. {{ sender.name }} vous écrit :

> {{ reason }}

{{ askedCount == 0 ? "" : askedCount == 1 ? "Une réponse est à corriger ou à compléter :" : "Voici les réponses à corriger ou à compléter :" }}

- **{{ asked.label }}**{{ asked.word == "" ? "" : " : " + asked.word }}

Ouvrez votre demande : vos réponses y sont, il suffit de corriger ou de compléter. Rien n’est à refaire.`,
      en: `Dear {{ recipient.name }},

# We need one more detail

Your request waits for your answer. {{ sender.name }} writes to you:

> {{ reason }}

{{ askedCount == 0 ? "" : askedCount == 1 ? "One answer has to be corrected or completed:" : "These answers have to be corrected or completed:" }}

- **{{ asked.label }}**{{ asked.word == "" ? "" : ": " + asked.word }}

Open your request: your answers are there, just correct or complete them. Nothing has to be done again.`,
    },
    button: { fr: 'Répondre', en: 'Answer' },
    facts: summary,
    notice: 'completion',
  },
  'correction-reminder': {
    title: { fr: 'Rappel : correction attendue', en: 'Reminder: correction awaited' },
    subject: {
      fr: 'Rappel : votre réponse est attendue pour la demande {{ entry.number }}',
      en: 'Reminder: your answer is awaited for request {{ entry.number }}',
    },
    body: {
      fr: `Bonjour {{ recipient.name }},

# Votre demande attend toujours votre réponse

Sans elle, nous ne pouvons pas aller plus loin. Si vous avez changé d’avis, vous pouvez aussi retirer votre demande.`,
      en: `Dear {{ recipient.name }},

# Your request still waits for your answer

Without it we cannot go further. If you have changed your mind, you can also withdraw your request.`,
    },
    button: { fr: 'Répondre', en: 'Answer' },
    facts: summary,
  },
  accepted: {
    title: { fr: 'Demande acceptée', en: 'Request accepted' },
    subject: {
      fr: 'Votre demande {{ entry.number }} est acceptée',
      en: 'Your request {{ entry.number }} is accepted',
    },
    body: {
      fr: `Bonjour {{ recipient.name }},

# Votre demande est acceptée

> {{ reason }}

Votre demande est close. Vous la retrouvez quand vous voulez, avec les messages et les documents.`,
      en: `Dear {{ recipient.name }},

# Your request is accepted

> {{ reason }}

Your request is closed. You can find it again whenever you wish, with its messages and documents.`,
    },
    button: { fr: 'Voir la réponse', en: 'See the answer' },
    facts: ['title', 'number', 'state', 'plannedOn'],
  },
  refused: {
    title: { fr: 'Demande refusée', en: 'Request refused' },
    subject: {
      fr: 'Réponse à votre demande {{ entry.number }}',
      en: 'Answer to your request {{ entry.number }}',
    },
    body: {
      fr: `Bonjour {{ recipient.name }},

# Nous ne pouvons pas donner suite à votre demande

> {{ reason }}

Une question sur cette réponse ? Écrivez-nous depuis la page de votre demande, ou passez au guichet. Vous pouvez demander que la décision soit revue, dans les deux mois, auprès du maire ou du tribunal administratif.`,
      en: `Dear {{ recipient.name }},

# We cannot grant your request

> {{ reason }}

A question about this answer? Write to us from the page of your request, or come to the desk. You can ask for the decision to be reviewed, within two months, by the mayor or by the administrative court.`,
    },
    button: { fr: 'Voir la réponse', en: 'See the answer' },
    facts: summary,
  },
  withdrawn: {
    title: { fr: 'Demande retirée', en: 'Request withdrawn' },
    subject: {
      fr: 'Votre demande {{ entry.number }} est retirée',
      en: 'Your request {{ entry.number }} is withdrawn',
    },
    body: {
      fr: `Bonjour {{ recipient.name }},

# Votre demande est retirée

Plus personne ne s’en occupe. Ce n’était pas vous ? Répondez-nous au plus vite : nous pouvons la rouvrir.`,
      en: `Dear {{ recipient.name }},

# Your request is withdrawn

Nobody handles it any more. It was not you? Tell us as soon as possible: we can reopen it.`,
    },
    button: { fr: 'Voir ma demande', en: 'See my request' },
    facts: summary,
  },
  message: {
    title: { fr: 'Nouveau message', en: 'New message' },
    subject: {
      fr: 'Nouveau message au sujet de la demande {{ entry.number }}',
      en: 'New message about request {{ entry.number }}',
    },
    body: {
      fr: `Bonjour {{ recipient.name }},

# {{ sender.name }} vous écrit

> {{ message }}`,
      en: `Dear {{ recipient.name }},

# {{ sender.name }} writes to you

> {{ message }}`,
    },
    button: { fr: 'Lire et répondre', en: 'Read and answer' },
    facts: summary,
  },
} satisfies Record<string, MailTemplate>

/** To a service, which works from the link without an account. */
const toUnit = {
  'unit-work': {
    title: { fr: 'Demande à traiter', en: 'Request to handle' },
    subject: {
      fr: 'À traiter : {{ entry.title }} ({{ entry.number }})',
      en: 'To handle: {{ entry.title }} ({{ entry.number }})',
    },
    body: {
      fr: `Bonjour,

# Le guichet vous transmet une demande

Réponse prévue avant le **{{ entry.dueOn }}**. Vous pouvez accepter, refuser, demander un complément, ou la renvoyer au guichet si elle n’est pas pour vous.

> **Le mot du guichet** : {{ entry.deskWord }}`,
      en: `Hello,

# The desk passes a request on to you

Answer due before **{{ entry.dueOn }}**. You can accept, refuse, ask for more, or send it back to the desk if it is not for you.

> **A word from the desk**: {{ entry.deskWord }}`,
    },
    button: { fr: 'Ouvrir la demande', en: 'Open the request' },
    facts: ['title', 'number', 'procedure', 'applicant', 'place', 'createdAt'],
  },
  'unit-reminder': {
    title: { fr: 'Rappel au service', en: 'Reminder to the service' },
    subject: {
      fr: 'Rappel : {{ entry.title }} ({{ entry.number }}) attend votre réponse',
      en: 'Reminder: {{ entry.title }} ({{ entry.number }}) waits for your answer',
    },
    body: {
      fr: `Bonjour,

# Cette demande attend votre réponse

Elle vous a été transmise il y a une semaine. Si elle n’est pas pour vous, renvoyez-la au guichet : le demandeur n’est pas dérangé.`,
      en: `Hello,

# This request waits for your answer

It was passed on to you a week ago. If it is not for you, send it back to the desk: the applicant is not disturbed.`,
    },
    button: { fr: 'Ouvrir la demande', en: 'Open the request' },
    facts: ['title', 'number', 'applicant', 'dueOn'],
  },
  'unit-completed': {
    title: { fr: 'Complément reçu', en: 'Details received' },
    subject: {
      fr: 'Complément reçu : {{ entry.title }} ({{ entry.number }})',
      en: 'Details received: {{ entry.title }} ({{ entry.number }})',
    },
    body: {
      fr: `Bonjour,

# Le demandeur a répondu

> {{ reason }}

La demande est de nouveau chez vous.`,
      en: `Hello,

# The applicant has answered

> {{ reason }}

The request is with you again.`,
    },
    button: { fr: 'Ouvrir la demande', en: 'Open the request' },
    facts: ['title', 'number', 'applicant', 'dueOn'],
  },
} satisfies Record<string, MailTemplate>

/** To the desk agent in charge. */
const toDesk = {
  'desk-corrected': {
    title: { fr: 'Demande corrigée', en: 'Request corrected' },
    subject: {
      fr: 'Corrigée, à relire : {{ entry.title }} ({{ entry.number }})',
      en: 'Corrected, to review: {{ entry.title }} ({{ entry.number }})',
    },
    body: {
      fr: `# {{ sender.name }} a corrigé sa demande

> {{ reason }}`,
      en: `# {{ sender.name }} has corrected the request

> {{ reason }}`,
    },
    facts: ['title', 'number', 'applicant', 'dueOn'],
  },
  'desk-returned': {
    title: { fr: 'Demande renvoyée', en: 'Request sent back' },
    subject: {
      fr: 'Renvoyée au guichet : {{ entry.title }} ({{ entry.number }})',
      en: 'Sent back to the desk: {{ entry.title }} ({{ entry.number }})',
    },
    body: {
      fr: `# {{ entry.unit }} renvoie cette demande au guichet

> {{ reason }}

Choisissez un autre service, ou répondez au demandeur.`,
      en: `# {{ entry.unit }} sends this request back to the desk

> {{ reason }}

Choose another service, or answer the applicant.`,
    },
    facts: ['title', 'number', 'applicant', 'dueOn'],
  },
  'clock-near': {
    title: { fr: 'Échéance légale proche', en: 'Legal due date near' },
    subject: {
      fr: 'À décider avant le {{ entry.legalDueOn }} : {{ entry.title }} ({{ entry.number }})',
      en: 'To decide before {{ entry.legalDueOn }}: {{ entry.title }} ({{ entry.number }})',
    },
    body: {
      fr: `# Sans décision le {{ entry.legalDueOn }}, le silence décidera

Cette demande attend encore une décision. Passé cette date, une décision implicite est née, que le demandeur peut faire valoir ou contester.`,
      en: `# Without a decision on {{ entry.legalDueOn }}, silence will decide

This request still waits for a decision. After that date an implicit decision exists, which the applicant may rely on or contest.`,
    },
    button: { fr: 'Ouvrir la demande', en: 'Open the request' },
    facts: ['title', 'number', 'procedure', 'applicant', 'createdAt', 'unit', 'legalDueOn'],
  },
  'clock-expired': {
    title: { fr: 'Échéance légale passée', en: 'Legal due date passed' },
    subject: {
      fr: 'Échéance passée : {{ entry.title }} ({{ entry.number }})',
      en: 'Due date passed: {{ entry.title }} ({{ entry.number }})',
    },
    body: {
      fr: `# Le silence a décidé le {{ entry.legalDueOn }}

Aucune décision n’a été prise à temps : une décision implicite est née. Répondez tout de même au demandeur, et voyez avec votre service juridique ce qui peut encore être décidé.`,
      en: `# Silence decided on {{ entry.legalDueOn }}

No decision was taken in time: an implicit decision exists. Answer the applicant all the same, and see with your legal service what can still be decided.`,
    },
    facts: ['title', 'number', 'procedure', 'applicant', 'createdAt', 'unit', 'legalDueOn'],
  },
} satisfies Record<string, MailTemplate>

export const mails = { ...toApplicant, ...toUnit, ...toDesk }
