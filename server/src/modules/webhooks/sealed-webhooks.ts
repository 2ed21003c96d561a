// SPDX-License-Identifier: MIT
import type { SealedColumn } from '../../platform/db/reseal-column.ts'
import { secretUse } from './subscribe.ts'

/** The secrets with which what is told to programs is signed. */
export const sealedWebhooks: readonly SealedColumn[] = [
  { table: 'public.webhooks', id: 'id', column: 'secret', use: secretUse },
]
