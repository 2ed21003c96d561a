// SPDX-License-Identifier: MIT
import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'

/** Addresses are part of the product: they are in French, in mails and in bookmarks. */
export default [
  route('favicon.svg', 'favicon.route.ts'),
  route('langue/:locale', 'language.route.ts'),

  layout('portal/layout.tsx', [
    index('portal/home.tsx'),
    route('demarches/:procedure', 'portal/sheet.tsx'),
    route('demarches/:procedure/demande', 'portal/filing/start.route.ts'),
    route('demande/:draft', 'portal/filing/resume.route.ts'),
    route('demande/:draft/etape/:page', 'portal/filing/page.tsx'),
    route('demande/:draft/fichiers/:file', 'portal/filing/file.route.ts'),
    route('demande/:draft/verifier', 'portal/filing/check.tsx'),
    route('demande/:draft/envoyee', 'portal/filing/sent.tsx'),
    route('demande/:draft/supprimer', 'portal/filing/delete.tsx'),

    route('*', 'portal/not-found.tsx'),
  ]),
] satisfies RouteConfig
