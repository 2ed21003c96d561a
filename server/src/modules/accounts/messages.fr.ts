// SPDX-License-Identifier: MIT
import type { AccountMailTexts, SecurityChange } from './mail-kinds.ts'

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
  'security-changed': {
    subject: 'La sécurité de votre compte a changé',
    body: ({ name, what }) =>
      `Bonjour,\n\n${what} Il s’agit de votre compte sur le site ${name}.\n\nSi ce n’est pas vous, changez tout de suite votre mot de passe, fermez les sessions ouvertes depuis la page « Sécurité » de votre compte et prévenez-nous.`,
    button: 'Voir la sécurité de mon compte',
  },
  'acted-as': {
    subject: 'Un administrateur est intervenu sur votre compte',
    body: ({ name, by, reason }) =>
      `Bonjour,\n\n${by} agit en votre nom sur le site ${name}, pendant trente minutes au plus, pour la raison suivante : ${reason}\n\nTout ce qui est fait ainsi porte son nom à côté du vôtre. Votre mot de passe ne lui a pas été communiqué et ne peut pas être changé.\n\nSi vous n’attendiez pas cette intervention, prévenez-nous.`,
    button: 'Voir le journal de mon compte',
  },
}

/** What changed, as the mail begins. */
export const securityChangesFr: Readonly<Record<SecurityChange, string>> = {
  'code-app-added': 'Une application de codes vient d’être associée à votre compte.',
  'code-app-removed': 'L’application de codes vient d’être retirée de votre compte.',
  'passkey-added': 'Une clé d’accès vient d’être ajoutée à votre compte.',
  'passkey-removed': 'Une clé d’accès vient d’être retirée de votre compte.',
  'recovery-codes-made': 'De nouveaux codes de secours viennent d’être créés ; les anciens ne servent plus.',
  'recovery-code-used': 'Un code de secours vient de servir à vous connecter.',
}
