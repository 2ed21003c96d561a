// SPDX-License-Identifier: MIT
import { m } from '../../../paraglide/messages.js'

const kinds: Readonly<Record<string, () => string>> = {
  'signed-in': m.security_log_signed_in,
  'sign-in-failed': m.security_log_sign_in_failed,
  'factor-failed': m.security_log_factor_failed,
  'password-changed': m.security_log_password_changed,
  'code-app-added': m.security_log_code_app_added,
  'code-app-removed': m.security_log_code_app_removed,
  'recovery-codes-made': m.security_log_recovery_codes_made,
  'recovery-code-used': m.security_log_recovery_code_used,
  'passkey-added': m.security_log_passkey_added,
  'passkey-removed': m.security_log_passkey_removed,
  'device-remembered': m.security_log_device_remembered,
  'device-forgotten': m.security_log_device_forgotten,
  'session-ended': m.security_log_session_ended,
  'sessions-ended': m.security_log_sessions_ended,
  'key-made': m.security_log_key_made,
  'key-revoked': m.security_log_key_revoked,
  'factors-forgotten': m.security_log_factors_forgotten,
  'acted-as': m.security_log_acted_as,
  'acted-as-ended': m.security_log_acted_as_ended,
}

const methods: Readonly<Record<string, () => string>> = {
  password: m.security_method_password,
  'email-link': m.security_method_email_link,
  passkey: m.security_method_passkey,
  code: m.security_method_code,
  registration: m.security_method_registration,
  'password-reset': m.security_method_password_reset,
  invitation: m.security_method_invitation,
}

/** What happened, in words. */
export const logWords = (kind: string) => kinds[kind]?.() ?? kind

/** How somebody proved who they are; by an identity provider, the name of it. */
export function methodWords(method: string | null): string {
  if (method === null) return ''
  return methods[method]?.() ?? m.security_method_provider()
}

/** The browser and the system, or that they are not known. */
export const deviceWords = (device: string | null) => device || m.security_device_unknown()

/** What a line of the log tells besides: a name given, who acted and why. */
export function detailWords(detail: Readonly<Record<string, unknown>> | null): string {
  if (!detail) return ''
  const text = (key: string) => (typeof detail[key] === 'string' ? detail[key] : '')
  if (text('by') !== '' && text('reason') !== '')
    return m.security_log_by_reason({ by: text('by'), reason: text('reason') })
  if (text('by') !== '') return m.security_log_by({ by: text('by') })
  if (text('as') !== '') return m.security_log_as({ name: text('as') })
  return text('name')
}
