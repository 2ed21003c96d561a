// SPDX-License-Identifier: MIT
import type { Row } from './row.ts'

const licences = '/api/v1/entries/club/licence'
const licence = `${licences}/:licence`
const version = 1
/** The session or key is missing; the existence of what is asked for is private. */
const hidden = { nobody: 404, stranger: 404, coach: 404 } as const
/** Without an account nothing is owned; whoever has one is told of their own things only. */
const ownOnly = { nobody: 401 } as const
const studio = { nobody: 401, stranger: 403, coach: 403, secretary: 403 } as const
const approvals = '/api/v1/change-requests'
const provider = '/connexion/fournisseurs/personne'

/** The routes of the server itself: the API, and what no page answers. */
export const apiTable: Readonly<Record<string, Row>> = {
  'GET /api/v1/entries/:solution/:collection': { at: licences, refuses: ownOnly },
  'POST /api/v1/entries/:solution/:collection': {
    at: '/api/v1/entries/club/person',
    json: { values: { name: 'Intruse' } },
    refuses: { nobody: 401, stranger: 403, coach: 403 },
  },
  'GET /api/v1/entries/:solution/:collection/:id': { at: licence, refuses: hidden },
  'PATCH /api/v1/entries/:solution/:collection/:id': {
    at: licence,
    json: { version, values: { level: 'expert' } },
    refuses: hidden,
  },
  'DELETE /api/v1/entries/:solution/:collection/:id': { at: `${licence}?version=1`, refuses: hidden },
  'POST /api/v1/entries/:solution/:collection/:id/transitions/:key': {
    at: `${licence}/transitions/refuse`,
    json: { version, reason: 'Non' },
    refuses: hidden,
  },
  'GET /api/v1/tasks': { at: '/api/v1/tasks', refuses: ownOnly },
  'GET /api/v1/documents': { at: '/api/v1/documents?entry=:licence', refuses: hidden },
  'POST /api/v1/documents': { at: '/api/v1/documents?entry=:licence', file: 'preuve.pdf', refuses: hidden },
  'GET /api/v1/documents/:id/content': { at: '/api/v1/documents/:document/content', refuses: hidden },
  'GET /api/v1/events': { at: '/api/v1/events?entry=:licence', refuses: hidden },
  'GET /api/v1/change-requests': { at: approvals, refuses: ownOnly },
  'GET /api/v1/change-requests/of/:entry': { at: `${approvals}/of/:licence`, refuses: hidden },
  'POST /api/v1/change-requests/:id/decision': {
    at: `${approvals}/:unknown/decision`,
    json: { version, accepts: true },
    refuses: hidden,
  },
  'POST /api/v1/change-requests/:id/withdrawal': {
    at: `${approvals}/:unknown/withdrawal`,
    json: { version },
    refuses: hidden,
  },
  'GET /api/v1/explanations': {
    at: '/api/v1/explanations?entry=:licence&person=:person&action=read',
    refuses: { ...hidden, secretary: 403 },
  },
  'GET /api/v1/explanations/who-sees': {
    at: '/api/v1/explanations/who-sees?entry=:licence',
    refuses: { ...hidden, secretary: 403 },
  },
  'GET /api/v1/clocks/:entry': { at: '/api/v1/clocks/:licence', refuses: hidden },
  'GET /api/v1/webhooks': { at: '/api/v1/webhooks', refuses: studio },
  'POST /api/v1/webhooks': {
    at: '/api/v1/webhooks',
    json: { name: 'Fuite', url: 'https://programme.example', kinds: ['entry.created'] },
    refuses: studio,
  },
  'DELETE /api/v1/webhooks/:id': { at: '/api/v1/webhooks/:webhook', refuses: studio },
  'GET /api/v1/webhooks/:id/deliveries': { at: '/api/v1/webhooks/:webhook/deliveries', refuses: studio },
  'POST /api/v1/webhooks/deliveries/:id/again': {
    at: '/api/v1/webhooks/deliveries/:unknown/again',
    refuses: studio,
  },
  'GET /api/v1/addresses': {
    at: '/api/v1/addresses?q=rue',
    open: 'forms that the public fills in complete addresses',
  },
  'GET /api/openapi.json': { at: '/api/openapi.json', open: 'a description, without anything of anybody' },
  'GET /aide/images/:solution/:name.jpg': {
    at: '/aide/images/club/..%2f..%2fpackage.jpg',
    refuses: { nobody: 404 },
  },
  'POST /connexion/fournisseurs/:provider/saml': {
    at: `${provider}/saml`,
    form: {},
    refuses: { nobody: 404 },
  },
  'GET /connexion/fournisseurs/:provider/metadonnees': {
    at: `${provider}/metadonnees`,
    refuses: { nobody: 404 },
  },
  'POST /connexion/fournisseurs/:provider/deconnexion': {
    at: `${provider}/deconnexion`,
    form: {},
    refuses: { nobody: 404 },
  },
  'POST /deconnexion/retour': {
    at: '/deconnexion/retour',
    form: {},
    open: 'the end of a sign-out that is done already',
  },
}
