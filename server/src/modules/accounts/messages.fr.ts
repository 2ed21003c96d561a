// SPDX-License-Identifier: MIT
import type { AccountMailTexts } from './mail-kinds.ts'

const notYou =
  'Si vous n’êtes pas à l’origine de cette demande, ne faites rien : personne n’a eu accès à votre compte.'

/** The mails about an account, in French. */
export const accountMailsFr: AccountMailTexts = {
  'email-link': {
    subject: 'Votre lien de connexion',
    body: ({ name }) =>
      `Bonjour,\n\nVoici le lien pour vous connecter à votre compte sur le site ${name}. Il est valable trente minutes et ne peut servir qu’une fois.\n\n${notYou}`,
    button: 'Me connecter',
  },
  'password-reset': {
    subject: 'Choisir un nouveau mot de passe',
    body: ({ name }) =>
      `Bonjour,\n\nVous avez demandé à changer le mot de passe de votre compte sur le site ${name}. Le lien est valable une heure et ne peut servir qu’une fois.\n\n${notYou}`,
    button: 'Choisir un mot de passe',
  },
  registration: {
    subject: 'Confirmez la création de votre compte',
    body: ({ name }) =>
      `Bonjour,\n\nUn compte a été demandé avec cette adresse électronique sur le site ${name}. Pour le créer, ouvrez la page ci-dessous et saisissez le mot de passe que vous avez choisi. Le lien est valable vingt-quatre heures.\n\nSi vous n’avez pas demandé de compte, ne faites rien : il ne sera pas créé.`,
    button: 'Confirmer mon compte',
  },
  'already-registered': {
    subject: 'Vous avez déjà un compte',
    body: ({ name }) =>
      `Bonjour,\n\nLa création d’un compte a été demandée avec cette adresse électronique sur le site ${name}. Vous en avez déjà un : connectez-vous, ou demandez un lien de connexion si vous avez oublié votre mot de passe.\n\n${notYou}`,
    button: 'Aller à la connexion',
  },
  'no-account': {
    subject: 'Aucun compte à cette adresse',
    body: ({ name }) =>
      `Bonjour,\n\nUne connexion a été demandée avec cette adresse électronique sur le site ${name}, mais aucun compte ne lui correspond. Vous avez peut-être utilisé une autre adresse. Vous pouvez aussi créer un compte.\n\nSi vous n’êtes pas à l’origine de cette demande, ne faites rien.`,
    button: 'Créer un compte',
  },
  invitation: {
    subject: 'Votre accès au guichet en ligne',
    body: ({ name }) =>
      `Bonjour,\n\nUn accès vous a été ouvert sur le site ${name}, avec cette adresse électronique. Choisissez votre mot de passe pour commencer. Le lien est valable sept jours et ne peut servir qu’une fois.\n\nSi vous ne savez pas de quoi il s’agit, ne faites rien et prévenez la personne qui administre le site.`,
    button: 'Choisir mon mot de passe',
  },
  'password-changed': {
    subject: 'Votre mot de passe a été changé',
    body: ({ name }) =>
      `Bonjour,\n\nLe mot de passe de votre compte sur le site ${name} vient d’être changé, et toutes vos sessions ont été fermées.\n\nSi ce n’est pas vous, choisissez tout de suite un nouveau mot de passe et prévenez-nous.`,
    button: 'Changer mon mot de passe',
  },
}
