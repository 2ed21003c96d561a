// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import type { OidcSettings, ProviderSettings, SamlSettings } from './provider-settings.ts'

/** A beginning for a configuration: what is known of a kind of provider, as data. */
export type Preset = {
  readonly key: string
  readonly title: LocalizedText
  /** What only the administrator can know, or must check against the provider's own documentation. */
  readonly toCheck: LocalizedText
  readonly settings: ProviderSettings
}

const same = (text: string): LocalizedText => ({ fr: text, en: text })

const plain = {
  look: 'plain',
  audience: [],
  matching: { byEmail: false, emailProven: 'told', byFields: [], create: false },
  strong: { acr: [], amr: [] },
  acceptedAcr: [],
  memberships: [],
  clockToleranceSeconds: 60,
} satisfies Partial<ProviderSettings>

const standardClaims = { firstName: 'given_name', lastName: 'family_name', email: 'email' }

const openId: OidcSettings = {
  ...plain,
  kind: 'oidc',
  title: { fr: 'Notre annuaire', en: 'Our directory' },
  button: { fr: 'Se connecter avec notre annuaire', en: 'Sign in with our directory' },
  claims: standardClaims,
  issuer: 'https://connexion.exemple.fr',
  clientId: 'guichet',
  scopes: ['openid', 'profile', 'email'],
  acrValues: [],
  pkce: true,
  clientAuthentication: 'client_secret_basic',
  idTokenAlgorithm: 'RS256',
  userinfo: 'json',
  logout: true,
}

/**
 * FranceConnect, version 2. Addresses, level, scopes and signed userinfo after the provider's documentation for
 * partners and the clients it lists (read 2026-11). Its mailbox is told by the person's own identity provider and proven
 * by none: it leads to no account. `sub` is of one service: another has another.
 */
const franceConnect: OidcSettings = {
  ...openId,
  title: same('FranceConnect'),
  button: { fr: 'S’identifier avec FranceConnect', en: 'Sign in with FranceConnect' },
  look: 'franceconnect',
  about: {
    label: { fr: 'Qu’est-ce que FranceConnect ?', en: 'What is FranceConnect?' },
    url: 'https://franceconnect.gouv.fr/',
  },
  issuer: 'https://oidc.franceconnect.gouv.fr/api/v2',
  scopes: [
    'openid',
    'given_name',
    'family_name',
    'birthdate',
    'gender',
    'birthplace',
    'birthcountry',
    'email',
  ],
  acrValues: ['eidas1'],
  acceptedAcr: ['eidas1', 'eidas2', 'eidas3'],
  pkce: false,
  clientAuthentication: 'client_secret_post',
  idTokenAlgorithm: 'ES256',
  userinfo: 'ES256',
  matching: { byEmail: false, emailProven: 'never', byFields: [], create: true },
  strong: { acr: ['eidas2', 'eidas3'], amr: [] },
}

/**
 * ProConnect, for people at work. After its documentation for service providers (read 2026-11): it refuses parameters
 * that it does not know, PKCE among them; it signs userinfo; it advises to find accounts by the professional mailbox,
 * since `sub` changes with the identity provider; `amr` has to be asked for.
 */
const proConnect: OidcSettings = {
  ...openId,
  title: same('ProConnect'),
  button: { fr: 'S’identifier avec ProConnect', en: 'Sign in with ProConnect' },
  look: 'proconnect',
  about: {
    label: { fr: 'Qu’est-ce que ProConnect ?', en: 'What is ProConnect?' },
    url: 'https://www.proconnect.gouv.fr/',
  },
  issuer: 'https://auth.agentconnect.gouv.fr/api/v2',
  scopes: ['openid', 'given_name', 'usual_name', 'email', 'uid', 'siret', 'organizational_unit', 'idp_id'],
  acrValues: ['eidas1'],
  claimsRequest: '{"id_token":{"amr":{"essential":true}}}',
  claims: { firstName: 'given_name', lastName: 'usual_name', email: 'email' },
  pkce: false,
  clientAuthentication: 'client_secret_post',
  userinfo: 'RS256',
  matching: { byEmail: true, emailProven: 'always', byFields: [], create: false },
  strong: { acr: [], amr: ['mfa'] },
}

/** Attributes of SupAnn and eduPerson, as RENATER's federation names them. */
const saml: SamlSettings = {
  ...plain,
  kind: 'saml',
  title: { fr: 'Notre établissement', en: 'Our institution' },
  button: { fr: 'Se connecter avec mon établissement', en: 'Sign in with my institution' },
  claims: {
    firstName: 'urn:oid:2.5.4.42',
    lastName: 'urn:oid:2.5.4.4',
    email: 'urn:oid:0.9.2342.19200300.100.1.3',
  },
  entityId: 'https://connexion.exemple.fr/idp',
  signOnUrl: 'https://connexion.exemple.fr/idp/sso',
  certificates: [],
  authnContext: [],
}

/** In the order in which they are offered. */
export const presets: readonly Preset[] = [
  {
    key: 'franceconnect',
    title: same('FranceConnect'),
    toCheck: {
      fr: 'Demandez l’habilitation (arrêté du 8 novembre 2018) et déclarez les adresses ci-dessous. Vérifiez auprès de FranceConnect : l’adresse du service (intégration ou production), l’algorithme de signature déclaré, les données que l’habilitation permet. Le bouton officiel (image, phrase, place) est imposé : comparez.',
      en: 'Ask for the authorisation (order of 8 November 2018) and declare the addresses below. Check with FranceConnect: the address of the service (integration or production), the signature algorithm declared, the data that the authorisation allows. The official button (picture, sentence, place) is imposed: compare.',
    },
    settings: franceConnect,
  },
  {
    key: 'proconnect',
    title: same('ProConnect'),
    toCheck: {
      fr: 'Déclarez le service et les adresses ci-dessous. Vérifiez auprès de ProConnect : l’adresse de votre réseau (Internet ou RIE) et de votre environnement, l’algorithme de signature, les données demandées, et que le courriel professionnel peut servir à retrouver le compte d’un agent.',
      en: 'Declare the service and the addresses below. Check with ProConnect: the address of your network (Internet or RIE) and environment, the signature algorithm, the data asked for, and that the professional mailbox may serve to find the account of an agent.',
    },
    settings: proConnect,
  },
  {
    key: 'openid',
    title: { fr: 'OpenID Connect (autre)', en: 'OpenID Connect (other)' },
    toCheck: {
      fr: 'L’adresse, l’identifiant et le secret vous sont donnés par qui tient le fournisseur.',
      en: 'Address, identifier and secret are given by whoever runs the provider.',
    },
    settings: openId,
  },
  {
    key: 'saml',
    title: { fr: 'SAML 2.0 (Renater, académie, autre)', en: 'SAML 2.0 (Renater, school authority, other)' },
    toCheck: {
      fr: 'Collez les métadonnées du fournisseur, et donnez-lui celles de ce site. Vérifiez les noms des attributs : ceux proposés sont ceux de SupAnn.',
      en: 'Paste the metadata of the provider, and give it those of this site. Check the names of the attributes: those proposed are SupAnn’s.',
    },
    settings: saml,
  },
]
