// SPDX-License-Identifier: MIT
import { layout, route, type RouteConfig } from '@react-router/dev/routes'

export default [
  route('favicon.svg', 'favicon.route.ts'),
  route('langue/:locale', 'language.route.ts'),
  layout('portal/layout.tsx', [route('*', 'portal/not-found.tsx')]),
] satisfies RouteConfig
