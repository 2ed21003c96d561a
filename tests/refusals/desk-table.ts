// SPDX-License-Identifier: MIT
import type { Row } from './row.ts'

const entry = '/bureau/fiches/:licence'
/** The desk is for agents; what is on it is each service's to decide. */
const desk = { nobody: 'sign-in', stranger: 404 } as const
const page = { ...desk, coach: 404 } as const
const form = { nobody: 404, stranger: 404, coach: 404 } as const
const studioPage = { nobody: 'sign-in', stranger: 404, coach: 404, secretary: 404 } as const
const studioForm = { nobody: 401, stranger: 403, coach: 403, secretary: 403 } as const

const studioPages = (...addresses: readonly string[]) =>
  Object.fromEntries(addresses.map((at): [string, Row] => [`GET ${at}`, { at, refuses: studioPage }]))
const studioForms = (...addresses: readonly string[]) =>
  Object.fromEntries(
    addresses.map((at): [string, Row] => [`POST ${at}`, { at, form: {}, refuses: studioForm }]),
  )

/** What agents see. */
export const deskTable: Readonly<Record<string, Row>> = {
  'GET /bureau': { at: '/bureau', refuses: desk },
  'GET /bureau/raccourcis': { at: '/bureau/raccourcis', refuses: desk },
  'POST /bureau/raccourcis': { at: '/bureau/raccourcis', form: {}, refuses: { nobody: 401 } },
  'GET /bureau/saisir': { at: '/bureau/saisir', refuses: desk },
  'POST /bureau/saisir': {
    at: '/bureau/saisir',
    form: { procedure: 'inconnue' },
    refuses: { nobody: 401, stranger: 404 },
  },
  'GET /bureau/a-approuver': { at: '/bureau/a-approuver', refuses: desk },
  'GET /bureau/choix/:collection': {
    at: '/bureau/choix/club.licence?q=elise',
    refuses: { nobody: 'empty', stranger: 'empty', coach: 'empty' },
  },
  'GET /bureau/lots': { at: '/bureau/lots', open: 'it leads back to the desk, which has its own refusals' },
  'POST /bureau/lots': {
    at: '/bureau/lots',
    form: { action: 'refuse', fiche: ':licence' },
    // Like ids of nothing: that the entry exists is not told.
    refuses: { nobody: 401, stranger: 400, coach: 400 },
  },
  'GET /bureau/lots/:id': { at: '/bureau/lots/:unknown', refuses: { ...page, secretary: 404 } },
  'POST /bureau/lots/:id': {
    at: '/bureau/lots/:unknown',
    form: {},
    refuses: { nobody: 401, stranger: 404, coach: 404, secretary: 404 },
  },
  'GET /bureau/tableaux': { at: '/bureau/tableaux', refuses: form },
  'GET /bureau/tableaux/:solution/:dashboard': { at: '/bureau/tableaux/club/accueil', refuses: page },
  'GET /bureau/fiches/:id': { at: entry, refuses: page },
  'POST /bureau/fiches/:id': { at: entry, form: { body: 'Bonjour' }, refuses: form },
  'GET /bureau/fiches/:id/imprimer': { at: `${entry}/imprimer`, refuses: page },
  'GET /bureau/fiches/:id/liens': { at: `${entry}/liens`, refuses: page },
  'POST /bureau/fiches/:id/liens': { at: `${entry}/liens`, form: {}, refuses: form },
  'GET /bureau/fiches/:id/pieces': { at: `${entry}/pieces`, refuses: page },
  'POST /bureau/fiches/:id/pieces': {
    at: `${entry}/pieces`,
    form: { retirer: ':document' },
    refuses: form,
  },
  'POST /bureau/fiches/:id/pieces/envoi': { at: `${entry}/pieces/envoi`, file: 'piece.pdf', refuses: form },
  'GET /bureau/fiches/:id/modifier': { at: `${entry}/modifier`, refuses: page },
  'POST /bureau/fiches/:id/modifier': {
    at: `${entry}/modifier`,
    form: { level: 'expert', _version: '1' },
    refuses: form,
  },
  'GET /bureau/fiches/:id/propositions': { at: `${entry}/propositions`, refuses: page },
  'POST /bureau/fiches/:id/propositions': { at: `${entry}/propositions`, form: {}, refuses: form },
  'GET /bureau/fiches/:id/acces': { at: `${entry}/acces`, refuses: { ...page, secretary: 403 } },
  'GET /bureau/fiches/:id/:transition': { at: `${entry}/refuse`, refuses: page },
  'POST /bureau/fiches/:id/:transition': { at: `${entry}/refuse`, form: { reason: 'Non' }, refuses: form },
  'GET /bureau/:solution/:view': { at: '/bureau/club/to-check', refuses: page },
  'POST /bureau/:solution/:view': {
    at: '/bureau/club/to-check',
    form: { name: 'Mes licences' },
    refuses: { nobody: 401, stranger: 404, coach: 404 },
  },
}

/** What administrators see. */
export const studioTable: Readonly<Record<string, Row>> = {
  ...studioPages(
    '/studio',
    '/studio/reglages',
    '/studio/reglages/apparence',
    '/studio/reglages/securite',
    '/studio/acteurs',
    '/studio/acteurs/import',
    '/studio/droits/journal',
    '/studio/territoires',
    '/studio/agents',
    '/studio/agents/inviter',
    '/studio/connexion',
    '/studio/demarches',
    '/studio/messages',
    '/studio/envois',
  ),
  ...studioForms(
    '/studio/reglages',
    '/studio/reglages/apparence',
    '/studio/reglages/securite',
    '/studio/acteurs',
    '/studio/acteurs/import',
    '/studio/agents/inviter',
    '/studio/connexion',
    '/studio/demarches',
  ),
  'POST /studio': { at: '/studio', form: { later: 'oui' }, refuses: { nobody: 401 } },
  'POST /studio/territoires': {
    at: '/studio/territoires',
    form: {},
    refuses: { nobody: 404, stranger: 404, coach: 404, secretary: 404 },
  },
  'GET /studio/acteurs/:actor': { at: '/studio/acteurs/:team', refuses: studioPage },
  'POST /studio/acteurs/:actor': {
    at: '/studio/acteurs/:team',
    form: { name: 'Les Intruses' },
    refuses: studioForm,
  },
  'GET /studio/agents/:agent': { at: '/studio/agents/:person', refuses: studioPage },
  'POST /studio/agents/:agent': { at: '/studio/agents/:person', form: {}, refuses: studioForm },
  'GET /studio/connexion/:provider': { at: '/studio/connexion/x', refuses: studioPage },
  'POST /studio/connexion/:provider': { at: '/studio/connexion/x', form: {}, refuses: studioForm },
  'GET /studio/demarches/:solution/:procedure/regime': {
    at: '/studio/demarches/club/licence/regime',
    refuses: studioPage,
  },
  'POST /studio/demarches/:solution/:procedure/regime': {
    at: '/studio/demarches/club/licence/regime',
    form: {},
    refuses: studioForm,
  },
  'GET /studio/messages/:solution/:kind/:key': {
    at: '/studio/messages/club/mails/receipt',
    refuses: studioPage,
  },
  'POST /studio/messages/:solution/:kind/:key': {
    at: '/studio/messages/club/mails/receipt',
    form: { 'subject.fr': 'Hameçon' },
    refuses: studioForm,
  },
  'GET /studio/messages/:solution/:kind/:key/apercu': {
    at: '/studio/messages/club/mails/receipt/apercu',
    refuses: { ...studioForm, nobody: 'sign-in' },
  },
  'POST /studio/messages/:solution/:kind/:key/apercu': {
    at: '/studio/messages/club/mails/receipt/apercu',
    form: {},
    refuses: studioForm,
  },
  'GET /studio/historique/:solution': { at: '/studio/historique/club', refuses: studioPage },
  'POST /studio/historique/:solution': { at: '/studio/historique/club', form: {}, refuses: studioForm },
  'GET /studio/envois/:mail': { at: '/studio/envois/:mail', refuses: studioPage },
  'GET /studio/envois/:mail/apercu': {
    at: '/studio/envois/:mail/apercu',
    refuses: { nobody: 404, stranger: 404, coach: 404 },
  },
  'POST /studio/envois/:mail': {
    at: '/studio/envois/:mail',
    form: {},
    refuses: { nobody: 404, stranger: 404, coach: 404 },
  },
}
