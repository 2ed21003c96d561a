// SPDX-License-Identifier: MIT
import type { ThroughRefusal } from '@guichet/server'
import { m } from '../../../paraglide/messages.js'

const sentences: Readonly<Record<ThroughRefusal, () => string>> = {
  'provider-unreachable': m.providers_refused_unreachable,
  'provider-declined': m.providers_refused_declined,
  'answer-refused': m.providers_refused_answer,
  'level-too-low': m.providers_refused_level,
  'no-match': m.providers_refused_no_match,
  'email-unproven': m.providers_refused_email,
  'missing-name': m.providers_refused_name,
  'account-exists': m.providers_refused_exists,
  'account-disabled': m.account_refused_account_disabled,
  'other-identity': m.providers_refused_other,
  'linked-elsewhere': m.providers_refused_elsewhere,
  'not-for-you': m.providers_refused_audience,
}

/** Why a sign-in through a provider did not succeed, and what to do. */
export const throughWords = (refusal: ThroughRefusal): string => sentences[refusal]()
