// SPDX-License-Identifier: MIT
import type { ColumnType, Generated } from 'kysely'
import type { ProviderSettings } from './provider-settings.ts'

type Json<T> = ColumnType<T, string, string>

export type ProvidersTables = {
  identity_providers: {
    id: string
    key: string
    settings: Json<ProviderSettings>
    secret: Buffer | null
    certificate: string | null
    enabled: boolean
    version: number
    created_at: Date
    updated_at: Date
  }
  linked_identities: {
    id: string
    provider_id: string
    account_id: string
    subject: string
    label: string
    created_at: Date
    last_used_at: Date
  }
  provider_attempts: {
    state: Buffer
    provider_id: string
    browser: Buffer
    account_id: string | null
    checks: Buffer
    proof: Generated<Buffer | null>
    return_to: string
    expires_at: Date
  }
  provider_sessions: { session_id: string; identity_id: string; sid: string | null; hint: Buffer }
  provider_memberships: { membership_id: string; identity_id: string; ended_at: Generated<Date | null> }
  spent_provider_tokens: { hash: Buffer; expires_at: Date }
}
