// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'

/** What the services answer when they refuse. */
type Refused = { readonly refusal: string; readonly retryAfterSeconds?: number }

const sentences: Readonly<Record<string, () => string>> = {
  'wrong-credentials': m.account_refused_wrong_credentials,
  'account-disabled': m.account_refused_account_disabled,
  'invalid-email': m.account_refused_invalid_email,
  'missing-name': m.account_refused_missing_name,
  'password-too-short': m.account_refused_password_short,
  'password-too-long': m.account_refused_password_long,
  'password-too-easy': m.account_refused_password_easy,
  'password-common': m.security_refused_common,
  'password-personal': m.security_refused_personal,
  'wrong-code': m.security_refused_code,
  'unknown-passkey': m.security_refused_passkey,
  'missing-passkey-name': m.security_refused_passkey_name,
  'too-many-passkeys': m.security_refused_passkeys,
  'nothing-offered': m.security_refused_nothing_offered,
  'missing-key-name': m.security_refused_key_name,
  'unknown-lifetime': m.security_refused_key_days,
  'unknown-scope': m.security_refused_key_scope,
  'too-many-keys': m.security_refused_keys,
  'missing-reason': m.security_refused_reason,
  'nobody-to-act-as': m.security_refused_nobody,
  'is-administrator': m.security_refused_administrator,
  'link-expired': m.account_link_expired,
  'already-registered': m.account_refused_already,
}

/** Why it was refused, and what to do. */
export function refusalWords({ refusal, retryAfterSeconds = 60 }: Refused): string {
  if (refusal === 'too-many-attempts')
    return m.account_refused_too_many_attempts({ wait: waitWords(retryAfterSeconds) })
  return sentences[refusal]?.() ?? m.ui_error_unexpected_title()
}

function waitWords(seconds: number): string {
  return seconds < 60
    ? m.account_wait_seconds({ count: Math.max(1, seconds) })
    : m.account_wait_minutes({ count: Math.ceil(seconds / 60) })
}
