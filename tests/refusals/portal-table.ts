// SPDX-License-Identifier: MIT
import type { Row } from './row.ts'

const draft = '/demande/:draft'
const request = '/demandes/:licence'
const link = '/lien/:link'
const token = 'A'.repeat(43)
/** Another browser than the one that began the draft, or another account than the one that filed. */
const hidden = { nobody: 404, stranger: 404, coach: 404 } as const
const draftHidden = { ...hidden, secretary: 404 } as const
/** The id of a link opens nothing: its session does. */
const closed = { nobody: 410, stranger: 410, coach: 410, secretary: 410 } as const
const own = { nobody: 'sign-in' } as const
const ownForm = { nobody: 401 } as const
const information = 'information for everybody'
const way = 'a way in, which tells nothing of anybody'
const email = 'paul.rougon@plassans.example'

/** What the public sees. */
export const portalTable: Readonly<Record<string, Row>> = {
  'GET /favicon.svg': { at: '/favicon.svg', open: information },
  'GET /langue/:locale': { at: '/langue/fr', open: information },
  'GET /logo/:sha256': { at: `/logo/${'0'.repeat(64)}`, refuses: { nobody: 404 } },
  'GET /': { at: '/', open: information },
  'GET /*': { at: '/nulle-part', refuses: { nobody: 404, stranger: 404 } },
  'GET /demarches/:procedure': { at: '/demarches/licence', open: information },
  'GET /aide': { at: '/aide', open: information },
  'GET /aide/:solution/:page': { at: '/aide/club/agents', refuses: { nobody: 404, stranger: 404 } },
  'GET /accessibilite': { at: '/accessibilite', open: information },
  'GET /mentions-legales': { at: '/mentions-legales', open: information },
  'GET /donnees-personnelles': { at: '/donnees-personnelles', open: information },

  'GET /demarches/:procedure/demande': { at: '/demarches/licence/demande', open: information },
  'POST /demarches/:procedure/demande': {
    at: '/demarches/inconnue/demande',
    form: {},
    refuses: { nobody: 404, stranger: 404 },
  },
  'GET /demande/:draft': { at: draft, refuses: draftHidden },
  'GET /demande/:draft/etape/:page': { at: `${draft}/etape/player`, refuses: draftHidden },
  'POST /demande/:draft/etape/:page': {
    at: `${draft}/etape/player`,
    form: { playerName: 'Intruse' },
    refuses: draftHidden,
  },
  'POST /demande/:draft/etape/:page/garder': {
    at: `${draft}/etape/player/garder`,
    form: { playerName: 'Intruse' },
    refuses: draftHidden,
  },
  'POST /demande/:draft/etape/:page/fichier': {
    at: `${draft}/etape/more/fichier`,
    file: 'certificat.pdf',
    refuses: draftHidden,
  },
  'GET /demande/:draft/plus-tard': { at: `${draft}/plus-tard`, refuses: draftHidden },
  'POST /demande/:draft/plus-tard': { at: `${draft}/plus-tard`, form: { email }, refuses: draftHidden },
  'GET /reprendre/:token': { at: `/reprendre/${token}`, refuses: draftHidden },
  'POST /reprendre/:token': { at: `/reprendre/${token}`, form: {}, refuses: draftHidden },
  'GET /demande/:draft/fichiers/:file': { at: `${draft}/fichiers/:draftFile`, refuses: draftHidden },
  'GET /demande/:draft/fichiers/:file/vignette': {
    at: `${draft}/fichiers/:draftFile/vignette`,
    refuses: draftHidden,
  },
  'GET /demande/:draft/verifier': { at: `${draft}/verifier`, refuses: draftHidden },
  'POST /demande/:draft/verifier': { at: `${draft}/verifier`, form: {}, refuses: draftHidden },
  'GET /demande/:draft/envoyee': { at: `${draft}/envoyee`, refuses: draftHidden },
  'GET /demande/:draft/supprimer': { at: `${draft}/supprimer`, refuses: draftHidden },
  'POST /demande/:draft/supprimer': { at: `${draft}/supprimer`, form: {}, refuses: draftHidden },

  'GET /suivre': { at: '/suivre', open: way },
  'POST /suivre': { at: '/suivre', form: { number: 'LIC-2026-00001', email }, open: way },
  'GET /mes-demandes': { at: '/mes-demandes', refuses: own },
  'GET /demandes/:id': { at: request, refuses: hidden },
  'POST /demandes/:id': { at: request, form: { body: 'Bonjour' }, refuses: hidden },
  'GET /demandes/:id/action/:transition': { at: `${request}/action/complete`, refuses: hidden },
  'POST /demandes/:id/action/:transition': { at: `${request}/action/complete`, form: {}, refuses: hidden },
  'GET /demandes/:id/accuses/:receipt': { at: `${request}/accuses/:unknown`, refuses: hidden },
  'GET /fichiers/:file': { at: '/fichiers/:document', refuses: hidden },
  'GET /fichiers/:file/vignette': { at: '/fichiers/:document/vignette', refuses: hidden },

  'GET /lien/:link': { at: link, refuses: closed },
  'POST /lien/:link': { at: link, form: { body: 'Bonjour' }, refuses: closed },
  'GET /lien/:link/demandes': { at: `${link}/demandes`, refuses: closed },
  'POST /lien/:link/demandes': { at: `${link}/demandes`, form: {}, refuses: closed },
  'GET /lien/:link/action/:transition': { at: `${link}/action/complete`, refuses: closed },
  'POST /lien/:link/action/:transition': { at: `${link}/action/complete`, form: {}, refuses: closed },
  'GET /lien/:link/accuses/:receipt': { at: `${link}/accuses/:unknown`, refuses: closed },
  'GET /lien/:link/fichiers/:file': { at: `${link}/fichiers/:document`, refuses: closed },
  'GET /lien/:link/fichiers/:file/vignette': { at: `${link}/fichiers/:document/vignette`, refuses: closed },

  'GET /connexion': { at: '/connexion', open: way },
  'POST /connexion': {
    at: '/connexion',
    form: { email, password: 'pas la bonne phrase' },
    refuses: { nobody: 401 },
  },
  'GET /connexion/suite': { at: '/connexion/suite', refuses: own },
  'GET /connexion/lien': { at: '/connexion/lien', open: way },
  'POST /connexion/lien': { at: '/connexion/lien', form: { email: 'personne' }, refuses: { nobody: 422 } },
  'GET /connexion/lien/:token': { at: `/connexion/lien/${token}`, open: way },
  'POST /connexion/lien/:token': {
    at: `/connexion/lien/${token}`,
    form: {},
    refuses: { nobody: 410, stranger: 410 },
  },
  'GET /connexion/invitation/:token': { at: `/connexion/invitation/${token}`, open: way },
  'POST /connexion/invitation/:token': {
    at: `/connexion/invitation/${token}`,
    form: {},
    refuses: { nobody: 422 },
  },
  'GET /installation': { at: '/installation', open: way },
  'POST /installation': {
    at: '/installation',
    form: { code: 'devine' },
    refuses: { nobody: 422, stranger: 422 },
  },
  'GET /connexion/mot-de-passe': { at: '/connexion/mot-de-passe', open: way },
  'POST /connexion/mot-de-passe': {
    at: '/connexion/mot-de-passe',
    form: { email: 'personne' },
    refuses: { nobody: 422 },
  },
  'GET /connexion/mot-de-passe/:token': { at: `/connexion/mot-de-passe/${token}`, open: way },
  'POST /connexion/mot-de-passe/:token': {
    at: `/connexion/mot-de-passe/${token}`,
    form: {},
    refuses: { nobody: 422 },
  },
  'GET /connexion/code': { at: '/connexion/code', refuses: own },
  'POST /connexion/code': { at: '/connexion/code', form: { code: '000000' }, refuses: own },
  'GET /connexion/fournisseurs/:provider': { at: '/connexion/fournisseurs/x', refuses: { nobody: 404 } },
  'GET /connexion/fournisseurs/:provider/retour': {
    at: '/connexion/fournisseurs/x/retour',
    refuses: { nobody: 404 },
  },
  'GET /deconnexion': { at: '/deconnexion', open: way },
  'POST /deconnexion': { at: '/deconnexion', form: {}, open: 'whoever has no session leaves none' },
  'GET /deconnexion/retour': { at: '/deconnexion/retour', open: way },
  'GET /compte/creer': { at: '/compte/creer', open: way },
  'POST /compte/creer': { at: '/compte/creer', form: { email: 'personne' }, refuses: { nobody: 422 } },
  'GET /compte/confirmer/:token': { at: `/compte/confirmer/${token}`, open: way },
  'POST /compte/confirmer/:token': { at: `/compte/confirmer/${token}`, form: {}, refuses: { nobody: 422 } },

  'GET /compte': { at: '/compte', refuses: own },
  'GET /compte/identites': { at: '/compte/identites', refuses: own },
  'POST /compte/identites': {
    at: '/compte/identites',
    form: { identity: ':unknown' },
    refuses: { ...ownForm, stranger: 404 },
  },
  'GET /profil': { at: '/profil', refuses: own },
  'POST /profil': { at: '/profil', form: { profile: ':team' }, refuses: { ...ownForm, stranger: 404 } },
  'GET /mon-organisme': { at: '/mon-organisme', refuses: own },
  'POST /mon-organisme': {
    at: '/mon-organisme',
    form: { organisme: ':team', name: 'Intruse', email, role: 'club.coach' },
    refuses: { nobody: 404, stranger: 404, coach: 404 },
  },
  'GET /compte/verification': { at: '/compte/verification', refuses: own },
  'POST /compte/verification': {
    at: '/compte/verification',
    form: { password: 'pas la bonne phrase' },
    refuses: ownForm,
  },
  'GET /compte/securite': { at: '/compte/securite', refuses: own },
  'POST /compte/securite': { at: '/compte/securite', form: { do: 'end-others' }, refuses: ownForm },
  'GET /compte/securite/mot-de-passe': { at: '/compte/securite/mot-de-passe', refuses: own },
  'POST /compte/securite/mot-de-passe': { at: '/compte/securite/mot-de-passe', form: {}, refuses: ownForm },
  'GET /compte/securite/application': { at: '/compte/securite/application', refuses: own },
  'POST /compte/securite/application': { at: '/compte/securite/application', form: {}, refuses: ownForm },
  'GET /compte/securite/cle-acces': { at: '/compte/securite/cle-acces', refuses: own },
  'POST /compte/securite/cle-acces': { at: '/compte/securite/cle-acces', form: {}, refuses: ownForm },
  'GET /compte/securite/codes': { at: '/compte/securite/codes', refuses: own },
  'POST /compte/securite/codes': { at: '/compte/securite/codes', form: {}, refuses: ownForm },
  'GET /compte/securite/journal': { at: '/compte/securite/journal', refuses: own },
  'GET /compte/cles': { at: '/compte/cles', refuses: own },
  'POST /compte/cles': { at: '/compte/cles', form: {}, refuses: ownForm },
  'GET /compte/agir/:person': {
    at: '/compte/agir/:person',
    refuses: { ...own, stranger: 404, coach: 404, secretary: 404 },
  },
  'POST /compte/agir/:person': {
    at: '/compte/agir/:person',
    form: { reason: 'Curiosité' },
    refuses: { ...ownForm, stranger: 404, coach: 404, secretary: 404 },
  },
  'GET /compte/reprendre': { at: '/compte/reprendre', open: way },
  'POST /compte/reprendre': {
    at: '/compte/reprendre',
    form: {},
    open: 'whoever acts as nobody else ends nothing',
  },
}
