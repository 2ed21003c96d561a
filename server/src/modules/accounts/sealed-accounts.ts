// SPDX-License-Identifier: MIT
import type { SealedColumn } from '../../platform/db/reseal-column.ts'

/** Separates the key under which the secrets of code applications are encrypted. */
export const codeAppUse = 'code application'

/** The secrets of accounts that have to be read again. */
export const sealedAccounts: readonly SealedColumn[] = [
  { table: 'public.code_apps', id: 'account_id', column: 'secret', use: codeAppUse },
]
