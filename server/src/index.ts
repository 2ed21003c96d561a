// SPDX-License-Identifier: MIT
/** What the pages may know of the server: types only. */
export type { ShownProblem, Viewer, WebContext } from './platform/http/web-context.ts'
export type { Tenant } from './platform/tenant.ts'
export type { Services } from './services.ts'
