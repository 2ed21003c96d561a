// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import type { ColumnType, Generated } from 'kysely'
import type { TokenPurpose } from './token-purposes.ts'

/** Without the columns that only better-auth writes (pictures, tokens of identity providers). */
export type AccountsTables = {
  accounts: {
    id: string
    person_id: string
    email: string
    email_verified: boolean
    name: string
    locale: Locale
    disabled_at: Date | null
    last_profile?: string | null
    created_at: Date
    updated_at: Date
  }
  credentials: {
    id: string
    account_id: string
    provider: string
    subject: string
    password: string | null
    created_at: Date
    updated_at: Date
  }
  sessions: {
    id: string
    account_id: string
    token: string
    expires_at: Date
    created_at: Date
    updated_at: Date
    method: string | null
    strong: Generated<boolean>
    network: string | null
    device: string | null
    proven_at: Date | null
    last_used_at: Date | null
    acts_as: string | null
    acts_until: Date | null
    acts_reason: string | null
    profile?: string | null
  }
  code_apps: {
    account_id: string
    secret: Buffer
    confirmed_at: Date | null
    last_step: number | null
    created_at: Date
  }
  recovery_codes: { account_id: string; hash: Buffer; created_at: Date; used_at: Date | null }
  passkeys: {
    id: string
    account_id: string
    credential_id: string
    public_key: Buffer
    counter: number
    transports: ColumnType<string[], readonly string[], never>
    name: string
    created_at: Date
    last_used_at: Date | null
  }
  remembered_devices: {
    id: string
    account_id: string
    hash: Buffer
    device: string
    network: string
    created_at: Date
    last_used_at: Date
    expires_at: Date
  }
  account_log: {
    id: Generated<number>
    account_id: string | null
    at: Date
    kind: string
    method: string | null
    network: string | null
    device: string | null
    detail: ColumnType<Readonly<Record<string, unknown>> | null, string | null, never>
  }
  registrations: {
    id: string
    email: string
    first_name: string
    last_name: string
    password: string
    locale: Locale
    created_at: Date
    expires_at: Date
  }
  account_tokens: {
    hash: Buffer
    purpose: TokenPurpose
    subject_id: string
    created_at: Date
    expires_at: Date
  }
  keys: {
    id: string
    account_id: string
    name: string
    prefix: string
    hash: Buffer
    scopes: ColumnType<string[], readonly string[], never>
    strong: boolean
    created_at: Date
    expires_at: Date | null
    last_used_at: Date | null
    revoked_at: Date | null
  }
  attempts: { key: Buffer; count: Generated<number>; window_ends_at: Date }
}
