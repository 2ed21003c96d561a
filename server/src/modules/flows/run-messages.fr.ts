// SPDX-License-Identifier: MIT
import type { RunErrorTexts } from './run-view.ts'

/** Why a step does not succeed, and what to do about it, in French. */
export const runErrorsFr: RunErrorTexts = {
  'address-invalid': 'L’adresse à appeler n’est pas valable. Corrigez-la dans l’automatisme.',
  'address-refused':
    'L’adresse à appeler appartient à un réseau privé. Pour l’autoriser, ajoutez-la à PRIVATE_HOSTS dans la configuration de l’installation.',
  'answer-refused': (detail) =>
    `Le service appelé a répondu « ${detail} ». Vérifiez l’adresse, les en-têtes et le contenu envoyé.`,
  'answer-too-large': 'La réponse du service appelé est trop volumineuse.',
  'expression-faulty':
    'Une expression de cette étape ne peut pas être calculée. Corrigez-la dans l’automatisme.',
  internal: 'Une erreur est survenue. Le journal de l’installation en donne la cause.',
  'no-answer': 'Le service appelé ne répond pas.',
  'not-accepted': (detail) => `La fiche n’accepte pas ce changement (${detail}).`,
  'step-unknown': 'Cette étape n’existe pas dans la version publiée que suit la fiche.',
  'timed-out': 'Le service appelé a mis trop de temps à répondre.',
  'too-deep': (detail) =>
    `Des automatismes se déclenchent l’un l’autre sans fin : celui-ci a été arrêté après ${detail} rebonds.`,
  'transition-refused': 'L’action n’est plus possible dans l’état actuel de la fiche.',
}
