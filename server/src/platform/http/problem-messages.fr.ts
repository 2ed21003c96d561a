// SPDX-License-Identifier: MIT
import type { ProblemMessages } from './present-problem.ts'

/** What stopped the request and what to do about it, in French. */
export const problemMessagesFr: ProblemMessages = {
  'malformed-request': {
    title: 'Demande illisible',
    detail: 'Les données envoyées n’ont pas la forme attendue. Rechargez la page et recommencez.',
  },
  'unknown-field': {
    title: 'Champ inconnu',
    detail: ({ field }) =>
      `Le champ « ${field} » n’existe pas ou n’est pas visible pour vous. Retirez-le de la demande.`,
  },
  'sign-in-required': { title: 'Connexion nécessaire', detail: 'Connectez-vous pour continuer.' },
  'sign-in-refused': {
    title: 'Connexion refusée',
    detail:
      'L’adresse électronique ou le mot de passe ne correspond pas. Vérifiez-les, ou demandez un lien de connexion.',
  },
  'key-refused': {
    title: 'Clé refusée',
    detail:
      'La clé de programme est inconnue, expirée ou révoquée. Demandez-en une autre à l’administrateur.',
  },
  'not-allowed': {
    title: 'Action non autorisée',
    detail:
      'Votre compte ne permet pas cette action. Adressez-vous à l’administrateur si elle fait partie de vos fonctions.',
  },
  'acting-ended': {
    title: 'Vous avez repris votre compte',
    detail:
      'Le temps prévu pour agir au nom d’une autre personne est écoulé. Rien n’a été enregistré : rechargez la page pour continuer sous votre nom.',
  },
  'needs-second-administrator': {
    title: 'Deux administrateurs nécessaires',
    detail:
      'Ce rôle n’est donné qu’avec l’accord d’un second administrateur. Demandez-le depuis la page de l’agent, dans le studio.',
  },
  'foreign-site': {
    title: 'Envoi refusé',
    detail: 'Le formulaire a été envoyé depuis un autre site. Ouvrez la page ici et recommencez.',
  },
  'not-found': {
    title: 'Page introuvable',
    detail: 'Cette page n’existe pas, ou n’est pas visible avec votre compte. Vérifiez l’adresse.',
  },
  'method-not-allowed': {
    title: 'Opération inconnue',
    detail: 'Cette adresse n’accepte pas cette opération.',
  },
  'entry-changed': {
    title: 'Dossier modifié entre-temps',
    detail:
      'Quelqu’un a modifié ce dossier pendant que vous y travailliez. Votre saisie n’a pas été enregistrée : comparez-la avec la version actuelle, puis recommencez.',
  },
  'transition-refused': {
    title: 'Action impossible',
    detail: ({ refusal, because }) =>
      because?.fr ?? refusals[refusal] ?? 'Cette action n’est pas possible maintenant. Rechargez la page.',
  },
  'change-decided': {
    title: 'Proposition déjà traitée',
    detail:
      'Quelqu’un a décidé ou retiré cette proposition entre-temps. Relisez-la telle qu’elle est maintenant.',
  },
  'change-conflict': {
    title: 'Valeur modifiée entre-temps',
    detail:
      'Une valeur a changé depuis que la modification a été proposée. Comparez-les, puis appliquez quand même ou rejetez.',
  },
  'already-exists': {
    title: 'Valeur déjà utilisée',
    detail: ({ field }) => `La valeur du champ « ${field} » est déjà utilisée. Choisissez-en une autre.`,
  },
  'still-used': {
    title: 'Suppression impossible',
    detail: 'D’autres fiches s’y rapportent encore. Détachez-les d’abord.',
  },
  'duplicate-request': {
    title: 'Demande déjà reçue',
    detail: 'Cette demande a déjà été envoyée : elle n’a pas été enregistrée une seconde fois.',
  },
  'procedure-closed': {
    title: 'Démarche fermée',
    detail:
      'Cette démarche n’accepte pas de demande en ce moment. Consultez sa page pour connaître les dates d’ouverture.',
  },
  'link-expired': {
    title: 'Lien expiré',
    detail: ({ renewable }) =>
      renewable
        ? 'Ce lien n’est plus valable. Vous pouvez en recevoir un nouveau à la même adresse électronique.'
        : 'Ce lien n’est plus valable. Adressez-vous au service qui vous l’a envoyé.',
  },
  'link-revoked': {
    title: 'Lien annulé',
    detail: 'Ce lien a été annulé. Adressez-vous au service qui vous l’a envoyé.',
  },
  'too-large': {
    title: 'Envoi trop volumineux',
    detail: ({ maxBytes }) =>
      `L’envoi dépasse ${size(maxBytes)}. Réduisez le fichier, ou envoyez-le en plusieurs parties.`,
  },
  'unsupported-file': {
    title: 'Fichier non accepté',
    detail: ({ accepted }) =>
      accepted && accepted.length > 0
        ? `Ce type de fichier n’est pas accepté. Types acceptés : ${accepted.join(', ')}.`
        : 'Ce type de fichier n’est pas accepté. Enregistrez le document dans un autre format, en PDF par exemple.',
  },
  'unsupported-format': {
    title: 'Format non accepté',
    detail:
      'Le format des données envoyées n’est pas accepté ici. Utilisez celui que la documentation indique.',
  },
  'invalid-input': {
    title: 'Saisie à corriger',
    detail: ({ fields }) =>
      fields.length === 1 ? 'Une réponse est à corriger.' : `${fields.length} réponses sont à corriger.`,
  },
  'invalid-solution': {
    title: 'Solution à corriger',
    detail: ({ errors }) =>
      errors.length === 1
        ? 'La solution contient une erreur.'
        : `La solution contient ${errors.length} erreurs.`,
  },
  'rate-limited': {
    title: 'Trop de demandes',
    detail: ({ retryAfterSeconds }) =>
      `Vous avez envoyé trop de demandes. Recommencez dans ${wait(retryAfterSeconds)}.`,
  },
  internal: {
    title: 'Erreur du service',
    detail:
      'Une erreur inattendue s’est produite. Rien n’a été enregistré. Recommencez ; si l’erreur persiste, transmettez la référence ci-dessous au service.',
  },
  'database-unavailable': {
    title: 'Service momentanément indisponible',
    detail:
      'Le service ne peut pas répondre en ce moment. Votre saisie n’a pas été enregistrée : recommencez dans une minute.',
  },
  'storage-unavailable': {
    title: 'Fichiers momentanément indisponibles',
    detail: 'Les fichiers ne peuvent être ni lus ni déposés en ce moment. Recommencez dans une minute.',
  },
  'too-slow': {
    title: 'Réponse trop longue à préparer',
    detail: 'La demande a pris trop de temps. Réduisez-la, par exemple avec un filtre, et recommencez.',
  },
  'storage-full': {
    title: 'Espace de stockage plein',
    detail:
      'Il n’y a plus de place pour enregistrer. Rien n’a été enregistré : prévenez l’administrateur du service.',
  },
}

const refusals: Readonly<Record<string, string>> = {
  'unknown-transition': 'Cette action n’existe pas pour ce dossier.',
  'wrong-state':
    'Le dossier a changé d’état : cette action n’y est plus possible. Rechargez la page pour voir où il en est.',
  'not-granted': 'Votre fonction ne permet pas cette action sur ce dossier.',
  guard: 'Les conditions de cette action ne sont pas réunies.',
  'reason-missing': 'Indiquez un motif : cette action en demande un.',
}

function size(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.floor(bytes / 1_000_000)} Mo` : `${Math.floor(bytes / 1_000)} ko`
}

function wait(seconds: number): string {
  if (seconds < 60) return seconds <= 1 ? 'une seconde' : `${seconds} secondes`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'une minute' : `${minutes} minutes`
}
