// SPDX-License-Identifier: MIT
import type { ProblemMessages } from './present-problem.ts'

/** What stopped the request and what to do about it, in English. */
export const problemMessagesEn: ProblemMessages = {
  'malformed-request': {
    title: 'Unreadable request',
    detail: 'The data sent does not have the expected form. Reload the page and try again.',
  },
  'unknown-field': {
    title: 'Unknown field',
    detail: ({ field }) =>
      `The field “${field}” does not exist or is not visible to you. Remove it from the request.`,
  },
  'sign-in-required': { title: 'Sign in needed', detail: 'Sign in to continue.' },
  'sign-in-refused': {
    title: 'Sign in refused',
    detail: 'The e-mail address or the password does not match. Check them, or ask for a sign-in link.',
  },
  'key-refused': {
    title: 'Key refused',
    detail: 'The access key is unknown, expired or revoked. Ask the administrator for another one.',
  },
  'not-allowed': {
    title: 'Action not allowed',
    detail: 'Your account does not allow this action. Ask the administrator if it is part of your duties.',
  },
  'acting-ended': {
    title: 'You are yourself again',
    detail:
      'The time to act for somebody else is over. Nothing was saved: reload the page to go on under your own name.',
  },
  'needs-second-administrator': {
    title: 'Two administrators needed',
    detail:
      'This role is given only with the agreement of a second administrator. Ask for it from the page of the agent, in the studio.',
  },
  'foreign-site': {
    title: 'Form refused',
    detail: 'The form was sent from another site. Open the page here and try again.',
  },
  'not-found': {
    title: 'Page not found',
    detail: 'This page does not exist, or is not visible with your account. Check the address.',
  },
  'method-not-allowed': {
    title: 'Unknown operation',
    detail: 'This address does not accept this operation.',
  },
  'entry-changed': {
    title: 'Changed in the meantime',
    detail:
      'Somebody changed this file while you were working on it. What you typed was not saved: compare it with the current version, then try again.',
  },
  'transition-refused': {
    title: 'Action not possible',
    detail: ({ refusal, because }) =>
      because?.en ?? refusals[refusal] ?? 'This action is not possible now. Reload the page.',
  },
  'change-decided': {
    title: 'Already decided',
    detail: 'Somebody decided or withdrew this proposal meanwhile. Read it as it is now.',
  },
  'change-conflict': {
    title: 'Value changed meanwhile',
    detail:
      'A value has changed since the change was proposed. Compare them, then write it anyway or reject it.',
  },
  'already-exists': {
    title: 'Value already used',
    detail: ({ field }) => `The value of the field “${field}” is already used. Choose another one.`,
  },
  'still-used': { title: 'Cannot be deleted', detail: 'Other entries still refer to it. Detach them first.' },
  'duplicate-request': {
    title: 'Already received',
    detail: 'This request has already been sent: it was not saved a second time.',
  },
  'procedure-closed': {
    title: 'Procedure closed',
    detail: 'This procedure does not accept requests at the moment. See its page for the opening dates.',
  },
  'link-expired': {
    title: 'Link expired',
    detail: ({ renewable }) =>
      renewable
        ? 'This link is no longer valid. You can receive a new one at the same e-mail address.'
        : 'This link is no longer valid. Contact the service that sent it to you.',
  },
  'link-revoked': {
    title: 'Link cancelled',
    detail: 'This link was cancelled. Contact the service that sent it to you.',
  },
  'too-large': {
    title: 'Too large',
    detail: ({ maxBytes }) =>
      `What you sent is larger than ${size(maxBytes)}. Reduce the file, or send it in several parts.`,
  },
  'unsupported-file': {
    title: 'File not accepted',
    detail: ({ accepted }) =>
      accepted && accepted.length > 0
        ? `This type of file is not accepted. Accepted types: ${accepted.join(', ')}.`
        : 'This type of file is not accepted. Save the document in another format, PDF for instance.',
  },
  'unsupported-format': {
    title: 'Format not accepted',
    detail: 'The format of the data sent is not accepted here. Use the one the documentation names.',
  },
  'invalid-input': {
    title: 'Answers to correct',
    detail: ({ fields }) =>
      fields.length === 1 ? 'One answer needs correcting.' : `${fields.length} answers need correcting.`,
  },
  'invalid-solution': {
    title: 'Solution to correct',
    detail: ({ errors }) =>
      errors.length === 1
        ? 'The solution contains one error.'
        : `The solution contains ${errors.length} errors.`,
  },
  'rate-limited': {
    title: 'Too many requests',
    detail: ({ retryAfterSeconds }) => `You sent too many requests. Try again in ${wait(retryAfterSeconds)}.`,
  },
  internal: {
    title: 'Service error',
    detail:
      'An unexpected error happened. Nothing was saved. Try again; if the error persists, give the reference below to the service.',
  },
  'database-unavailable': {
    title: 'Service unavailable for a moment',
    detail: 'The service cannot answer at the moment. What you typed was not saved: try again in a minute.',
  },
  'storage-unavailable': {
    title: 'Files unavailable for a moment',
    detail: 'Files can neither be read nor deposited at the moment. Try again in a minute.',
  },
  'too-slow': {
    title: 'Took too long',
    detail: 'The request took too long. Make it smaller, with a filter for instance, and try again.',
  },
  'storage-full': {
    title: 'Storage full',
    detail: 'There is no room left to save. Nothing was saved: tell the administrator of the service.',
  },
}

const refusals: Readonly<Record<string, string>> = {
  'unknown-transition': 'This action does not exist for this file.',
  'wrong-state':
    'The file has changed state: this action is no longer possible. Reload the page to see where it stands.',
  'not-granted': 'Your role does not allow this action on this file.',
  guard: 'The conditions of this action are not met.',
  'reason-missing': 'Give a reason: this action asks for one.',
}

function size(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.floor(bytes / 1_000_000)} MB` : `${Math.floor(bytes / 1_000)} kB`
}

function wait(seconds: number): string {
  if (seconds < 60) return seconds <= 1 ? 'one second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'one minute' : `${minutes} minutes`
}
