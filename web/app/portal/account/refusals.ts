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
