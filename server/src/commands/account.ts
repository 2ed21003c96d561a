// SPDX-License-Identifier: MIT
import {
  disableAccount,
  forgetFactors,
  findAccount,
  makeSignInLink,
  passwordLength,
  provisionAccount,
} from '../modules/accounts/index.ts'
import { definitionsOf } from '../modules/definitions/index.ts'
import { inBoth, Refused } from '../platform/cli/refused.ts'
import type { Context } from '../platform/context.ts'
import { accountMessages, provisionRefusals } from './account-messages.ts'
import { type GuichetCommand, openInstallation } from './needs.ts'
import { requiredText, textOption } from './options.ts'
import { giveRoles, readRoles } from './roles-to-give.ts'

const createAccountCommand: GuichetCommand = {
  summary: {
    fr: 'Crée un compte, et donne ses rôles à la personne. Sans mot de passe, donne un lien pour se connecter.',
    en: 'Makes an account, and gives the person their roles. Without a password, gives a link to sign in.',
  },
  usage:
    '--email <address> --name <first and last name> [--password <password>] [--role <solution.role> --organisation <name or id>]…',
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    password: { type: 'string' },
    role: { type: 'string', multiple: true },
    organisation: { type: 'string', multiple: true },
  },
  required: ['email', 'name'],
  run: async ({ options }, needs) => {
    const { context, accounts } = await openInstallation(needs)
    const email = requiredText(options, 'email')
    const roles = await readRoles(context, options)
    const password = textOption(options, 'password')
    const made = await provisionAccount(accounts, {
      email,
      name: requiredText(options, 'name'),
      ...(password !== undefined && { password }),
    })
    if (!made.ok) throw new Refused(provisionRefusals[made.refusal], passwordLength)
    await giveRoles(context, made.personId, roles)
    return [
      inBoth(accountMessages.created, { email }),
      ...roles.map(({ role, organisation }) =>
        inBoth(accountMessages.granted, { role, organisation: organisation.name }),
      ),
      ...(password === undefined ? await signInLink(context, made.accountId) : []),
    ].join('\n')
  },
}

const linkCommand: GuichetCommand = {
  summary: {
    fr: 'Donne un lien pour se connecter à un compte, à remettre à sa personne.',
    en: 'Gives a link to sign in to an account, to hand to its person.',
  },
  usage: '--email <address>',
  options: { email: { type: 'string' } },
  required: ['email'],
  run: async ({ options }, needs) => {
    const { context } = await openInstallation(needs)
    const account = await getOpenAccount(context, requiredText(options, 'email'))
    return (await signInLink(context, account.id)).join('\n')
  },
}

const disableCommand: GuichetCommand = {
  summary: {
    fr: 'Ferme un compte : plus de connexion, plus de clés. Rien n’est effacé.',
    en: 'Closes an account: no more sign-in, no more keys. Nothing is deleted.',
  },
  usage: '--email <address>',
  options: { email: { type: 'string' } },
  required: ['email'],
  run: async ({ options }, needs) => {
    const { context } = await openInstallation(needs)
    const { id, email } = await getOpenAccount(context, requiredText(options, 'email'))
    await disableAccount(context, id)
    return inBoth(accountMessages.disabled, { email })
  },
}

const forgetFactorsCommand: GuichetCommand = {
  summary: {
    fr: 'Retire la double vérification d’un compte dont la personne a tout perdu, et ferme ses sessions.',
    en: 'Takes the second factors off an account whose person has lost them all, and closes its sessions.',
  },
  usage: '--email <address>',
  options: { email: { type: 'string' } },
  required: ['email'],
  run: async ({ options }, needs) => {
    const { context } = await openInstallation(needs)
    const { id, email } = await getOpenAccount(context, requiredText(options, 'email'))
    await forgetFactors(context, id)
    return inBoth(accountMessages['factors-forgotten'], { email })
  },
}

export const accountCommands = {
  'account create': createAccountCommand,
  'account link': linkCommand,
  'account disable': disableCommand,
  'account forget-factors': forgetFactorsCommand,
}

/** The account of a mailbox, which must be open: for a command about it. */
export async function getOpenAccount(
  context: Context,
  email: string,
): Promise<{ readonly id: string; readonly email: string }> {
  if (!(await definitionsOf(context)).identity) throw new Refused(accountMessages['no-directory'])
  const account = await findAccount(context, email)
  if (!account) throw new Refused(accountMessages['no-account'], { email })
  if (account.disabled_at) throw new Refused(accountMessages['already-disabled'], { email })
  return account
}

async function signInLink(context: Context, accountId: string): Promise<string[]> {
  const { url, minutes } = await makeSignInLink(context, accountId)
  return [inBoth(accountMessages.link, { minutes }), url]
}
