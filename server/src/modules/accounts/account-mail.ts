// SPDX-License-Identifier: MIT
import { frenchSpaces, type Locale } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { accountPaths } from './account-paths.ts'
import type { AccountMailKind, SecurityChange } from './mail-kinds.ts'
import { accountMailsEn, securityChangesEn } from './messages.en.ts'
import { accountMailsFr, securityChangesFr } from './messages.fr.ts'

/** A mail about an account, before its lay-out. */
export type AccountMail = {
  /** The same for a second try of the same job: sending it twice sends it once. */
  readonly key: string
  readonly kind: AccountMailKind
  readonly to: { readonly email: string }
  readonly locale: Locale
  readonly subject: string
  /** Paragraphs separated by an empty line, as in the templates of mails. */
  readonly body: string
  readonly button: { readonly label: string; readonly url: string }
}

export type SendAccountMail = (tx: Tx, mail: AccountMail) => Promise<unknown>

type Wanted = Pick<AccountMail, 'key' | 'kind' | 'locale'> & {
  readonly to: string
  readonly token?: string
  /** With `security-changed`. */
  readonly change?: SecurityChange
  /** With `acted-as`. */
  readonly by?: string
  readonly reason?: string
}

/** The mail of that kind in the reader's language, its button leading where the token opens. */
export function accountMail(
  platform: Platform,
  { token = '', to, change, by = '', reason = '', ...mail }: Wanted,
): AccountMail {
  const texts = (mail.locale === 'fr' ? accountMailsFr : accountMailsEn)[mail.kind]
  const what = change ? (mail.locale === 'fr' ? securityChangesFr : securityChangesEn)[change] : ''
  const shown = (text: string) => (mail.locale === 'fr' ? frenchSpaces(text) : text)
  return {
    ...mail,
    to: { email: to },
    subject: shown(texts.subject),
    body: shown(texts.body({ name: platform.tenant.name, what, by, reason })),
    button: { label: shown(texts.button), url: platform.tenant.publicUrl + accountPaths[mail.kind](token) },
  }
}
