// SPDX-License-Identifier: MIT
export { emptyInstallation, type Held, whatIsHeld } from './empty-installation.ts'
export { type MadeBackup, makeBackup } from './make-backup.ts'
export type { RestoreRefusal } from './refused-backup.ts'
export { type EmptyPlace, restoreBackup, type RestoreOutcome } from './restore-backup.ts'
