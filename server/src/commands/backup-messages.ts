// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import type { RestoreRefusal } from '../modules/backup/index.ts'

/** What the commands about backups, the journal and the demonstration say; `{name}` is replaced. */
export const backupMessages = {
  made: {
    fr: 'Sauvegarde faite : {file} ({rows} lignes, {files} fichiers).',
    en: 'Backup made: {file} ({rows} rows, {files} files).',
  },
  'secret-apart': {
    fr: 'Le secret de l’installation n’y est pas : gardez à part {where}.',
    en: 'The secret of the installation is not in it: keep {where} apart.',
  },
  lost: {
    fr: 'Fichiers perdus ou altérés dans le stockage : {count}.',
    en: 'Files lost or altered in the storage: {count}.',
  },
  exists: {
    fr: 'Le fichier {file} existe déjà. Une sauvegarde n’en remplace jamais une autre.',
    en: 'The file {file} exists already. A backup never replaces another.',
  },
  'target-refused': {
    fr: '{file} ne peut pas être écrit : {reason}.',
    en: '{file} cannot be written: {reason}.',
  },
  'no-file': { fr: 'Le fichier {file} ne peut pas être lu.', en: 'The file {file} cannot be read.' },
  restored: {
    fr: 'Sauvegarde du {madeAt} rétablie : {rows} lignes, {files} fichiers.',
    en: 'Backup of {madeAt} restored: {rows} rows, {files} files.',
  },
  'other-secret': {
    fr: 'Le secret de cette installation n’est pas celui de la sauvegarde : les sessions ouvertes prennent fin et les secrets des webhooks sont illisibles. Remettez {where} avant de démarrer pour les garder.',
    en: 'The secret of this installation is not that of the backup: open sessions end and the secrets of webhooks cannot be read. Put {where} back before starting to keep them.',
  },
  'server-runs': {
    fr: 'Guichet est en service sur ces données. Arrêtez-le d’abord.',
    en: 'Guichet is running on these data. Stop it first.',
  },
  'journal-sound': {
    fr: 'Journal vérifié : {events} événements scellés dans {seals} sceaux, aucun changé ni manquant.',
    en: 'Journal verified: {events} events in {seals} seals, none changed or missing.',
  },
  'journal-faulty': {
    fr: 'Le journal a été altéré :',
    en: 'The journal was tampered with:',
  },
  'not-demonstration': {
    fr: 'Cette installation tient d’autres données que la démonstration. Elle ne sera pas vidée.',
    en: 'This installation holds other data than the demonstration. It will not be emptied.',
  },
  'demo-off': {
    fr: 'La démonstration est désactivée ici (DEMO, PUBLIC_URL) : ses mots de passe sont publics.',
    en: 'The demonstration is off here (DEMO, PUBLIC_URL): its passwords are public.',
  },
  'no-demonstration': {
    fr: 'Aucune solution fournie n’a de démonstration.',
    en: 'No solution that comes with Guichet has a demonstration.',
  },
  'confirm-reset': {
    fr: 'Tout ce que tient cette installation sera effacé : {entries} fiches, {accounts} comptes, leurs fichiers et leur historique. Pour continuer, ajoutez --yes.',
    en: 'All that this installation holds will be deleted: {entries} entries, {accounts} accounts, their files and their history. To go on, add --yes.',
  },
  'reset-done': {
    fr: 'La démonstration est comme au premier jour.',
    en: 'The demonstration is as on its first day.',
  },
} as const satisfies Record<string, LocalizedText>

/** Why a backup was not restored. */
export const restoreRefusals = {
  'not-a-backup': {
    fr: '{file} n’est pas une sauvegarde de Guichet.',
    en: '{file} is not a backup of Guichet.',
  },
  'newer-version': {
    fr: 'Cette sauvegarde vient d’une version plus récente de Guichet. Mettez celle-ci à jour d’abord.',
    en: 'This backup comes from a newer version of Guichet. Upgrade this one first.',
  },
  'not-empty': {
    fr: 'Cette installation n’est pas vide ({what}). Une sauvegarde ne se rétablit que dans une base de données neuve : choisissez-en une avec DATABASE_URL ou DATA_DIR.',
    en: 'This installation is not empty ({what}). A backup is restored only to a new database: choose one with DATABASE_URL or DATA_DIR.',
  },
  'already-prepared': {
    fr: 'Cette base de données est vide, mais préparée pour une version plus récente que la sauvegarde ({what}). Choisissez-en une neuve avec DATABASE_URL ou DATA_DIR.',
    en: 'This database is empty, but prepared for a newer version than the backup’s ({what}). Choose a new one with DATABASE_URL or DATA_DIR.',
  },
  damaged: {
    fr: 'La sauvegarde {file} est incomplète ou altérée ({what}). Rien n’a été rétabli.',
    en: 'The backup {file} is incomplete or damaged ({what}). Nothing was restored.',
  },
} as const satisfies Record<RestoreRefusal, LocalizedText>

/** What a verification of the journal may find. */
export const sealFaults = {
  'event-changed': {
    fr: 'événement {event} changé (sceau {seal})',
    en: 'event {event} changed (seal {seal})',
  },
  'event-missing': {
    fr: 'événement {event} manquant (sceau {seal})',
    en: 'event {event} missing (seal {seal})',
  },
  'seal-changed': { fr: 'sceau {seal} réécrit', en: 'seal {seal} rewritten' },
  'chain-broken': {
    fr: 'chaîne rompue avant le sceau {seal} : un sceau manque ou a été réécrit',
    en: 'chain broken before seal {seal}: a seal is missing or was rewritten',
  },
} as const satisfies Record<string, LocalizedText>
