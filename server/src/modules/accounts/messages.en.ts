// SPDX-License-Identifier: MIT
import type { AccountMailTexts, SecurityChange } from './mail-kinds.ts'

const notYou = 'If you did not ask for this, do nothing: nobody has had access to your account.'

/** The mails about an account, in English. */
export const accountMailsEn: AccountMailTexts = {
  'email-link': {
    subject: 'Your sign-in link',
    body: ({ name }) =>
      `Hello,\n\nHere is the link to sign in to your account on the website of ${name}. It is valid for thirty minutes and works once.\n\n${notYou}`,
    button: 'Sign in',
  },
  'password-reset': {
    subject: 'Choose a new password',
    body: ({ name }) =>
      `Hello,\n\nYou asked to change the password of your account on the website of ${name}. The link is valid for one hour and works once.\n\n${notYou}`,
    button: 'Choose a password',
  },
  registration: {
    subject: 'Confirm your new account',
    body: ({ name }) =>
      `Hello,\n\nAn account was requested with this e-mail address on the website of ${name}. To create it, open the page below and enter the password you chose. The link is valid for twenty-four hours.\n\nIf you did not ask for an account, do nothing: it will not be created.`,
    button: 'Confirm my account',
  },
  'already-registered': {
    subject: 'You already have an account',
    body: ({ name }) =>
      `Hello,\n\nA new account was requested with this e-mail address on the website of ${name}. You already have one: sign in, or ask for a sign-in link if you have forgotten your password.\n\n${notYou}`,
    button: 'Go to sign-in',
  },
  'no-account': {
    subject: 'No account at this address',
    body: ({ name }) =>
      `Hello,\n\nSomeone asked to sign in with this e-mail address on the website of ${name}, but no account matches it. You may have used another address. You can also create an account.\n\nIf you did not ask for this, do nothing.`,
    button: 'Create an account',
  },
  invitation: {
    subject: 'Your access to the on-line desk',
    body: ({ name }) =>
      `Hello,\n\nAccess to the site ${name} has been opened for you, with this e-mail address. Choose your password to begin. The link is valid for seven days and works once.\n\nIf you do not know what this is about, do nothing and tell whoever administers the site.`,
    button: 'Choose my password',
  },
  'password-changed': {
    subject: 'Your password was changed',
    body: ({ name }) =>
      `Hello,\n\nThe password of your account on the website of ${name} was just changed, and all your sessions were closed.\n\nIf this was not you, choose a new password at once and let us know.`,
    button: 'Change my password',
  },
  'security-changed': {
    subject: 'The security of your account changed',
    body: ({ name, what }) =>
      `Hello,\n\n${what} This is about your account on the website of ${name}.\n\nIf this was not you, change your password at once, close the open sessions from the “Security” page of your account and let us know.`,
    button: 'See the security of my account',
  },
  'acted-as': {
    subject: 'An administrator acted on your account',
    body: ({ name, by, reason }) =>
      `Hello,\n\n${by} acts in your name on the website of ${name}, for thirty minutes at most, for this reason: ${reason}\n\nAll that is done this way carries their name beside yours. They were not given your password and cannot change it.\n\nIf you did not expect this, let us know.`,
    button: 'See the log of my account',
  },
}

/** What changed, as the mail begins. */
export const securityChangesEn: Readonly<Record<SecurityChange, string>> = {
  'code-app-added': 'A code application was just linked to your account.',
  'code-app-removed': 'The code application was just removed from your account.',
  'passkey-added': 'A passkey was just added to your account.',
  'passkey-removed': 'A passkey was just removed from your account.',
  'recovery-codes-made': 'New recovery codes were just made; the former ones no longer work.',
  'recovery-code-used': 'A recovery code was just used to sign in.',
}
