// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'

export type StartNotice = {
  readonly address: string
  /** Where the mails that were written can be read. */
  readonly outbox: string
  /** Accounts of the demonstration, when there is one. */
  readonly demonstration?: { readonly emails: readonly string[]; readonly password: string } | undefined
  /** What lets whoever reads this create the first administrator, while nobody has an account. */
  readonly firstCode?: string | undefined
}

const words = {
  ready: { fr: 'Guichet est prêt', en: 'Guichet is ready' },
  accounts: { fr: 'Comptes de démonstration', en: 'Demonstration accounts' },
  password: { fr: 'mot de passe', en: 'password' },
  first: {
    fr: 'Personne n’a encore de compte. Ouvrez cette page et donnez ce code pour créer l’administrateur',
    en: 'Nobody has an account yet. Open this page and give this code to create the administrator',
  },
  mails: {
    fr: 'Courriels envoyés, à lire avec le compte d’administration',
    en: 'Mails sent, to be read with the administrator’s account',
  },
} as const satisfies Record<string, LocalizedText>

/** What whoever starts the platform reads once it answers, in both languages. */
export function startNotice({ address, outbox, demonstration, firstCode }: StartNotice): string {
  const both = ({ fr, en }: LocalizedText) => `${fr} · ${en}`
  const lines = [`${both(words.ready)} : ${address}`]
  if (demonstration) {
    lines.push('', `${both(words.accounts)} (${both(words.password)} : ${demonstration.password})`)
    lines.push(...demonstration.emails.map((email) => `  ${email}`))
  }
  if (firstCode !== undefined)
    lines.push('', `${both(words.first)} :`, `  ${address}/installation`, `  ${firstCode}`)
  else lines.push('', `${both(words.mails)} :`, `  ${outbox}`)
  return `\n${lines.map((line) => (line ? `  ${line}` : line)).join('\n')}\n\n`
}
