// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'

export type StartNotice = {
  readonly address: string
  /** Where the mails that were written can be read. */
  readonly outbox: string
  /** Accounts of the demonstration, when there is one. */
  readonly demonstration?: { readonly emails: readonly string[]; readonly password: string } | undefined
}

const words = {
  ready: { fr: 'Guichet est prêt', en: 'Guichet is ready' },
  accounts: { fr: 'Comptes de démonstration', en: 'Demonstration accounts' },
  password: { fr: 'mot de passe', en: 'password' },
  mails: {
    fr: 'Courriels envoyés, à lire avec le compte d’administration',
    en: 'Mails sent, to be read with the administrator’s account',
  },
} as const satisfies Record<string, LocalizedText>

/** What whoever starts the platform reads once it answers, in both languages. */
export function startNotice({ address, outbox, demonstration }: StartNotice): string {
  const both = ({ fr, en }: LocalizedText) => `${fr} · ${en}`
  const lines = [`${both(words.ready)} : ${address}`]
  if (demonstration) {
    lines.push('', `${both(words.accounts)} (${both(words.password)} : ${demonstration.password})`)
    lines.push(...demonstration.emails.map((email) => `  ${email}`))
  }
  lines.push('', `${both(words.mails)} :`, `  ${outbox}`)
  return `\n${lines.map((line) => (line ? `  ${line}` : line)).join('\n')}\n\n`
}
