// SPDX-License-Identifier: MIT
export { bodyChanges, type BodyChanged, type BodyProblem, changeBody, showBody } from './change-body.ts'
export { type LiveTenant, openTenant } from './live-tenant.ts'
export { changeLogo, type Logo, type LogoChanged, openLogo, removeLogo } from './logo.ts'
export {
  demonstrationKey,
  type Installation,
  isDemonstration,
  loadTenant,
  readBody,
  readSetting,
  saveBody,
  unnamed,
  writeSetting,
} from './tenant-settings.ts'
