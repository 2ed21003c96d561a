// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'

/** What is expected of each setting of a provider. */
export const settingSentences = {
  title: {
    fr: 'Nommez le fournisseur dans les deux langues',
    en: 'Name the provider in both languages',
  },
  button: {
    fr: 'Donnez le texte du bouton dans les deux langues',
    en: 'Give the text of the button in both languages',
  },
  about: {
    fr: 'Donnez une adresse qui commence par https:// et un libellé',
    en: 'Give an address that begins with https:// and a label',
  },
  issuer: {
    fr: 'Donnez l’adresse du fournisseur : elle commence par https://',
    en: 'Give the address of the provider: it begins with https://',
  },
  clientId: {
    fr: 'Donnez l’identifiant que le fournisseur vous a attribué',
    en: 'Give the identifier that the provider assigned to you',
  },
  secret: {
    fr: 'Donnez le secret que le fournisseur vous a attribué',
    en: 'Give the secret that the provider assigned to you',
  },
  scopes: {
    fr: 'Indiquez les portées demandées, dont « openid »',
    en: 'Give the scopes asked for, “openid” among them',
  },
  claimsRequest: {
    fr: 'Écrivez un objet JSON, par exemple {"id_token":{"amr":{"essential":true}}}',
    en: 'Write a JSON object, such as {"id_token":{"amr":{"essential":true}}}',
  },
  claims: {
    fr: 'Donnez le nom des attributs du prénom, du nom et du courriel',
    en: 'Give the names of the attributes for first name, last name and e-mail',
  },
  entityId: {
    fr: 'Donnez l’identifiant (entityID) du fournisseur',
    en: 'Give the identifier (entityID) of the provider',
  },
  signOnUrl: {
    fr: 'Donnez l’adresse de connexion : elle commence par https://',
    en: 'Give the sign-in address: it begins with https://',
  },
  logoutUrl: {
    fr: 'Donnez une adresse de déconnexion qui commence par https://, ou rien',
    en: 'Give a sign-out address that begins with https://, or nothing',
  },
  certificates: {
    fr: 'Donnez le certificat de signature du fournisseur',
    en: 'Give the signature certificate of the provider',
  },
  metadata: {
    fr: 'Ces métadonnées ne sont pas celles d’un seul fournisseur d’identité SAML. Prenez celles de votre fournisseur, pas de toute une fédération.',
    en: 'These are not the metadata of one SAML identity provider. Take those of your provider, not of a whole federation.',
  },
  'metadata-unreachable': {
    fr: 'Les métadonnées n’ont pas pu être lues à cette adresse. Ouvrez-la dans votre navigateur et collez leur texte.',
    en: 'The metadata could not be read at this address. Open it in your browser and paste their text.',
  },
  memberships: {
    fr: 'Complétez la règle : attribut, comparaison, rôle et organisme',
    en: 'Complete the rule: attribute, comparison, role and organisation',
  },
  'given-role': {
    fr: 'Choisissez un rôle qui n’administre pas le site : celui-là se donne ici, à la main',
    en: 'Choose a role that does not administer the site: that one is given here, by hand',
  },
  role: { fr: 'Choisissez un rôle de la liste', en: 'Choose a role of the list' },
  field: {
    fr: 'Choisissez un champ de l’annuaire',
    en: 'Choose a field of the directory',
  },
  'name-alone': {
    fr: 'Ajoutez un champ qui distingue les homonymes, la date de naissance par exemple',
    en: 'Add a field that tells people of the same name apart, such as the date of birth',
  },
  key: {
    fr: 'Choisissez un nom court en minuscules, sans espace, qui ne sert pas déjà',
    en: 'Choose a short name in lower case, without spaces, that is not in use',
  },
  other: { fr: 'Vérifiez cette valeur', en: 'Check this value' },
} as const satisfies Record<string, LocalizedText>
