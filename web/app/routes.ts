// SPDX-License-Identifier: MIT
import { index, layout, prefix, route, type RouteConfig } from '@react-router/dev/routes'

const filing = [
  route('demarches/:procedure/demande', 'portal/filing/start.route.ts'),
  route('demande/:draft', 'portal/filing/resume.route.ts'),
  route('demande/:draft/etape/:page', 'portal/filing/page.tsx'),
  route('demande/:draft/etape/:page/garder', 'portal/filing/keep.route.ts'),
  route('demande/:draft/etape/:page/fichier', 'portal/filing/upload.route.ts'),
  route('demande/:draft/plus-tard', 'portal/filing/later.tsx'),
  route('reprendre/:token', 'portal/filing/resume-link.tsx'),
  route('demande/:draft/fichiers/:file', 'portal/filing/file.route.ts'),
  route('demande/:draft/fichiers/:file/vignette', 'portal/filing/thumbnail.route.ts'),
  route('demande/:draft/verifier', 'portal/filing/check.tsx'),
  route('demande/:draft/envoyee', 'portal/filing/sent.tsx'),
  route('demande/:draft/supprimer', 'portal/filing/delete.tsx'),
]

const following = [
  route('suivre', 'portal/track.tsx'),
  route('mes-demandes', 'portal/request/list.tsx'),
  route('demandes/:id', 'portal/request/own.tsx'),
  route('demandes/:id/action/:transition', 'portal/request/own-transition.tsx'),
  route('demandes/:id/accuses/:receipt', 'portal/request/own-receipt.tsx'),
  route('fichiers/:file', 'portal/request/file.route.ts'),
  route('fichiers/:file/vignette', 'portal/request/thumbnail.route.ts'),
  route('lien/:link', 'portal/link/link.tsx'),
  route('lien/:link/demandes', 'portal/link/link-list.tsx'),
  route('lien/:link/action/:transition', 'portal/link/link-transition.tsx'),
  route('lien/:link/accuses/:receipt', 'portal/link/link-receipt.tsx'),
  route('lien/:link/fichiers/:file', 'portal/link/link-file.route.ts'),
  route('lien/:link/fichiers/:file/vignette', 'portal/link/link-thumbnail.route.ts'),
]

/** Those of mails are the server's: `accountPaths`. */
const accounts = [
  route('connexion', 'portal/account/sign-in.tsx'),
  route('connexion/suite', 'portal/account/after-sign-in.route.ts'),
  route('connexion/lien', 'portal/account/link-request.tsx'),
  route('connexion/lien/:token', 'portal/account/link-use.tsx'),
  route('connexion/invitation/:token', 'portal/account/invitation.tsx'),
  route('installation', 'portal/account/installation.tsx'),
  route('connexion/mot-de-passe', 'portal/account/password-request.tsx'),
  route('connexion/mot-de-passe/:token', 'portal/account/password-reset.tsx'),
  route('deconnexion', 'portal/account/sign-out.tsx'),
  route('deconnexion/retour', 'portal/account/signed-out.route.ts'),
  route('connexion/fournisseurs/:provider', 'portal/account/providers/start.tsx'),
  route('connexion/fournisseurs/:provider/retour', 'portal/account/providers/back.tsx'),
  route('compte', 'portal/account/account.tsx'),
  route('compte/identites', 'portal/account/providers/identities.tsx'),
  route('profil', 'portal/account/profile.tsx'),
  route('compte/creer', 'portal/account/create.tsx'),
  route('compte/confirmer/:token', 'portal/account/confirm.tsx'),
  route('connexion/code', 'portal/account/second-factor.tsx'),
  route('compte/verification', 'portal/account/security/verification.tsx'),
  route('compte/securite', 'portal/account/security/security.tsx'),
  route('compte/securite/mot-de-passe', 'portal/account/security/password.tsx'),
  route('compte/securite/application', 'portal/account/security/code-app.tsx'),
  route('compte/securite/cle-acces', 'portal/account/security/passkey.tsx'),
  route('compte/securite/codes', 'portal/account/security/codes.tsx'),
  route('compte/securite/journal', 'portal/account/security/log.tsx'),
  route('compte/cles', 'portal/account/security/keys.tsx'),
  route('compte/agir/:person', 'portal/account/security/act-as.tsx'),
  route('compte/reprendre', 'portal/account/security/act-as-end.route.ts'),
]

const information = [
  route('aide', 'portal/info/help.tsx'),
  route('aide/:solution/:page', 'portal/info/help-page.tsx'),
  route('accessibilite', 'portal/info/accessibility.tsx'),
  route('mentions-legales', 'portal/info/legal.tsx'),
  route('donnees-personnelles', 'portal/info/personal-data.tsx'),
]

const studio = [
  index('studio/home.tsx'),
  route('reglages', 'studio/settings/body.tsx'),
  route('reglages/apparence', 'studio/settings/look.tsx'),
  route('acteurs', 'studio/actors/list.tsx'),
  route('acteurs/import', 'studio/actors/import.tsx'),
  route('acteurs/:actor', 'studio/actors/actor.tsx'),
  route('agents', 'studio/agents/list.tsx'),
  route('agents/inviter', 'studio/agents/invite.tsx'),
  route('agents/:agent', 'studio/agents/agent.tsx'),
  route('connexion', 'studio/providers/list.tsx'),
  route('connexion/:provider', 'studio/providers/provider.tsx'),
  route('demarches', 'studio/procedures.tsx'),
  route('demarches/:solution/:procedure/regime', 'studio/regime/regime.tsx'),
  route('messages', 'studio/templates/list.tsx'),
  route('messages/:solution/:kind/:key', 'studio/templates/template.tsx'),
  route('historique/:solution', 'studio/history.tsx'),
  route('envois', 'studio/outbox.tsx'),
  route('envois/:mail', 'studio/mail.tsx'),
]

/** Addresses are part of the product: they are in French, in mails and in bookmarks. */
export default [
  route('favicon.svg', 'favicon.route.ts'),
  route('langue/:locale', 'language.route.ts'),
  route('logo/:sha256', 'logo.route.ts'),
  route('studio/envois/:mail/apercu', 'studio/mail-preview.route.ts'),
  route('studio/messages/:solution/:kind/:key/apercu', 'studio/templates/preview.route.ts'),

  layout('portal/layout.tsx', [
    index('portal/home.tsx'),
    route('demarches/:procedure', 'portal/sheet.tsx'),
    ...filing,
    ...following,
    ...accounts,
    ...information,
    route('*', 'portal/not-found.tsx'),
  ]),

  layout('desk/layout.tsx', [
    ...prefix('bureau', [
      index('desk/home.tsx'),
      route('raccourcis', 'desk/keyboard/shortcuts.tsx'),
      route('saisir', 'desk/counter/counter.tsx'),
      route('a-approuver', 'desk/approvals/list.tsx'),
      route('lots', 'desk/bulk/prepare.route.ts'),
      route('lots/:id', 'desk/bulk/bulk.tsx'),
      route('tableaux', 'desk/dashboard/first.route.ts'),
      route('tableaux/:solution/:dashboard', 'desk/dashboard/dashboard.tsx'),
      route('fiches/:id', 'desk/entry/entry.tsx'),
      route('fiches/:id/imprimer', 'desk/entry/print.tsx'),
      route('fiches/:id/liens', 'desk/relations/relations.tsx'),
      route('fiches/:id/pieces', 'desk/entry/files.tsx'),
      route('fiches/:id/pieces/envoi', 'desk/entry/send-file.route.ts'),
      route('fiches/:id/modifier', 'desk/approvals/edit.tsx'),
      route('fiches/:id/propositions', 'desk/approvals/changes.tsx'),
      route('fiches/:id/acces', 'desk/access/access.tsx'),
      route('fiches/:id/pieces/envoi', 'desk/entry/send-file.route.ts'),
      route('fiches/:id/:transition', 'desk/entry/transition.tsx'),
      route(':solution/:view', 'desk/view.tsx'),
    ]),
    layout('studio/layout.tsx', prefix('studio', studio)),
  ]),
] satisfies RouteConfig
