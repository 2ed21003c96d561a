// SPDX-License-Identifier: MIT
import { domainToASCII } from 'node:url'
import { fieldType, type Field } from '@guichet/engine'

/** A mailbox as typed and tidied, and the one form under which an account knows it. */
export type TypedMailbox = { readonly address: string; readonly identity: string }

const emailField: Field = { type: 'email', label: { fr: 'Adresse électronique', en: 'E-mail address' } }

/**
 * Reads a mailbox by the rules of the e-mail field. Its identity is in lower case, with an accented domain in ASCII:
 * two ways to write one mailbox are one account. `undefined` when it is not a mailbox.
 */
export function readMailbox(typed: string): TypedMailbox | undefined {
  const checked = fieldType(emailField).check(typed, emailField)
  if (!checked.ok || typeof checked.value !== 'string') return undefined
  const address = checked.value
  const at = address.lastIndexOf('@')
  const domain = domainToASCII(address.slice(at + 1))
  return domain === '' ? undefined : { address, identity: `${address.slice(0, at)}@${domain}`.toLowerCase() }
}
