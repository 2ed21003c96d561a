// SPDX-License-Identifier: MIT
import { createKey, listAllKeys, revokeKey } from '../modules/accounts/index.ts'
import { inBoth, Refused } from '../platform/cli/refused.ts'
import type { Arguments } from '../platform/cli/run-command.ts'
import { accountMessages } from './account-messages.ts'
import { getOpenAccount } from './account.ts'
import { type GuichetCommand, openInstallation } from './needs.ts'
import { requiredText, textOption } from './options.ts'

const createKeyCommand: GuichetCommand = {
  summary: {
    fr: 'Crée une clé pour un programme, avec les droits d’un compte. Elle n’est montrée qu’ici.',
    en: 'Makes a key for a program, with the rights of an account. It is shown only here.',
  },
  usage: '--email <address> --name <name> [--read-only] [--expires-in-days <days>]',
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    'read-only': { type: 'boolean' },
    'expires-in-days': { type: 'string' },
  },
  required: ['email', 'name'],
  run: async ({ options }, needs) => {
    const days = daysOf(options)
    const { context } = await openInstallation(needs)
    const account = await getOpenAccount(context, requiredText(options, 'email'))
    const now = context.clock.now().getTime()
    const { key } = await createKey(context, {
      accountId: account.id,
      name: requiredText(options, 'name'),
      ...(options['read-only'] === true && { scopes: ['read'] }),
      ...(days !== undefined && { expiresAt: new Date(now + days * 86_400_000) }),
    })
    return key
  },
}

const listKeysCommand: GuichetCommand = {
  summary: { fr: 'Montre les clés, sans les révéler.', en: 'Shows the keys, without revealing them.' },
  usage: '[--email <address>]',
  options: { email: { type: 'string' } },
  run: async ({ options }, needs) => {
    const { context } = await openInstallation(needs)
    const email = textOption(options, 'email')?.toLowerCase()
    const keys = (await listAllKeys(context)).filter((key) => email === undefined || key.email === email)
    if (keys.length === 0) return inBoth(accountMessages['no-keys'])
    const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '-'
    const lines = keys.map((key) => [
      key.id,
      `${key.prefix}…`,
      key.email,
      key.name,
      key.scopes.join('+'),
      day(key.createdAt),
      day(key.expiresAt),
      day(key.lastUsedAt),
      day(key.revokedAt),
    ])
    return [columns, ...lines].map((line) => line.join('\t')).join('\n')
  },
}

/** Names of columns, for `cut` and `awk` as for people. */
const columns = ['id', 'key', 'account', 'name', 'scopes', 'made', 'expires', 'last-used', 'revoked']

const revokeKeyCommand: GuichetCommand = {
  summary: { fr: 'Retire une clé, aussitôt.', en: 'Revokes a key, at once.' },
  usage: '<id or first ten characters>',
  words: [1, 1],
  run: async ({ words: [wanted = ''] }, needs) => {
    const { context } = await openInstallation(needs)
    const matching = (await listAllKeys(context)).filter(
      ({ id, prefix, revokedAt }) => revokedAt === null && (id === wanted || prefix === wanted),
    )
    const [key] = matching
    const revoked =
      key !== undefined &&
      matching.length === 1 &&
      (await revokeKey(context, { accountId: key.accountId, keyId: key.id }))
    if (!revoked) throw new Refused(accountMessages['no-key'], { key: wanted })
    return inBoth(accountMessages['key-revoked'], { name: key.name })
  },
}

export const keyCommands = {
  'key create': createKeyCommand,
  'key list': listKeysCommand,
  'key revoke': revokeKeyCommand,
}

function daysOf(options: Arguments['options']): number | undefined {
  const text = textOption(options, 'expires-in-days')
  if (text === undefined) return undefined
  const days = Number(text)
  if (!/^\d+$/.test(text) || days < 1 || days > 3_650) throw new Refused(accountMessages['wrong-days'])
  return days
}
