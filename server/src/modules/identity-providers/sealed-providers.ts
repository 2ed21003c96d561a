// SPDX-License-Identifier: MIT
import type { SealedColumn } from '../../platform/db/reseal-column.ts'
import { providerSecretUse } from './provider.ts'

/** The secrets of providers that have to be read again. Sign-ins on their way last ten minutes: they begin anew. */
export const sealedProviders: readonly SealedColumn[] = [
  { table: 'public.identity_providers', id: 'id', column: 'secret', use: providerSecretUse },
  { table: 'public.provider_sessions', id: 'session_id', column: 'hint', use: providerSecretUse },
]
