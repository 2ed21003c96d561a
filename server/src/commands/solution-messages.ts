// SPDX-License-Identifier: MIT
import type { LocalizedText, PlanStep, SummaryLine, SummaryPart } from '@guichet/engine'

/** What the commands about solutions say; `{name}` is replaced. */
export const solutionMessages = {
  'file-unreadable': { fr: 'Le fichier {file} ne peut pas être lu.', en: 'The file {file} cannot be read.' },
  'no-solution': {
    fr: 'Le fichier {file} n’exporte pas de « solution ».',
    en: 'The file {file} exports no “solution”.',
  },
  'not-code': {
    fr: 'Le fichier {file} ne peut pas être chargé : {reason}',
    en: 'The file {file} cannot be loaded: {reason}',
  },
  'not-a-solution': {
    fr: '{file} ne décrit pas une solution :',
    en: '{file} does not describe a solution:',
  },
  faulty: {
    fr: 'La solution {key} a {errors} erreur(s). Elle ne peut pas être publiée :',
    en: 'The solution {key} has {errors} error(s). It cannot be published:',
  },
  sound: {
    fr: 'La solution {key} est correcte.',
    en: 'The solution {key} is sound.',
  },
  doubts: { fr: 'À vérifier :', en: 'To look at:' },
  'loses-data': {
    fr: 'Publier {key} perdrait ou fausserait des données. C’est refusé :',
    en: 'Publishing {key} would lose or falsify data. This is refused:',
  },
  'nothing-changes': {
    fr: 'Publier {key} ne changerait rien.',
    en: 'Publishing {key} would change nothing.',
  },
  plan: { fr: 'Publier {key} changerait :', en: 'Publishing {key} would change:' },
  'titled-change': { fr: '{part} « {title} » : {change}', en: '{part} “{title}”: {change}' },
  change: { fr: '{part} : {change}', en: '{part}: {change}' },
  tables: { fr: 'Dans la base de données :', en: 'In the database:' },
  'to-publish': {
    fr: 'Rien n’est publié. Pour publier : solution install {file}',
    en: 'Nothing is published. To publish: solution install {file}',
  },
  published: {
    fr: 'La solution {key} est publiée : version {number}.',
    en: 'The solution {key} is published: release {number}.',
  },
  'already-published': {
    fr: 'La solution {key} est déjà publiée ainsi : version {number}.',
    en: 'The solution {key} is already published so: release {number}.',
  },
  'replaced-at-start': {
    fr: 'Attention : {key} est fournie avec Guichet. Au prochain démarrage, la version fournie sera publiée à la place de celle-ci.',
    en: 'Beware: {key} comes with Guichet. At the next start, the version that comes with it will be published in place of this one.',
  },
  'not-installed': {
    fr: 'Aucune solution {key} n’est installée. Installées : {keys}.',
    en: 'No solution {key} is installed. Installed: {keys}.',
  },
  'not-shipped': {
    fr: '{key} n’est ni un fichier, ni une solution fournie avec Guichet. Fournies : {keys}.',
    en: '{key} is neither a file nor a solution that comes with Guichet. Those that do: {keys}.',
  },
  exported: {
    fr: 'La solution {key} est écrite dans {file}.',
    en: 'The solution {key} is written to {file}.',
  },
  'file-exists': {
    fr: 'Le fichier {file} existe déjà. Choisissez un autre nom.',
    en: 'The file {file} exists already. Choose another name.',
  },
  'file-unwritable': {
    fr: 'Le fichier {file} ne peut pas être écrit.',
    en: 'The file {file} cannot be written.',
  },
} as const satisfies Record<string, LocalizedText>

export const changeNames = {
  added: { fr: 'ajouté', en: 'added' },
  changed: { fr: 'modifié', en: 'changed' },
  hidden: { fr: 'retiré, données conservées', en: 'taken out, data kept' },
} as const satisfies Record<SummaryLine['change'], LocalizedText>

export const partNames = {
  collection: { fr: 'table', en: 'collection' },
  field: { fr: 'champ', en: 'field' },
  lifecycle: { fr: 'circuit', en: 'lifecycle' },
  form: { fr: 'formulaire', en: 'form' },
  procedure: { fr: 'démarche', en: 'procedure' },
  role: { fr: 'rôle', en: 'role' },
  link: { fr: 'lien sécurisé', en: 'access link' },
  grant: { fr: 'droit', en: 'grant' },
  view: { fr: 'vue', en: 'view' },
  mail: { fr: 'modèle de courriel', en: 'mail template' },
  text: { fr: 'texte', en: 'text' },
  flow: { fr: 'automatisme', en: 'flow' },
} as const satisfies Record<SummaryPart, LocalizedText>

export const stepNames = {
  'create-table': { fr: 'table créée : {what}', en: 'table made: {what}' },
  'add-column': { fr: 'colonne ajoutée : {what}', en: 'column added: {what}' },
} as const satisfies Partial<Record<PlanStep['kind'], LocalizedText>>
