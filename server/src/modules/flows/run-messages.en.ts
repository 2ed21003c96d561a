// SPDX-License-Identifier: MIT
import type { RunErrorTexts } from './run-view.ts'

/** Why a step does not succeed, and what to do about it, in English. */
export const runErrorsEn: RunErrorTexts = {
  'address-invalid': 'The address to call is not valid. Correct it in the flow.',
  'address-refused':
    'The address to call belongs to a private network. To allow it, add it to PRIVATE_HOSTS in the configuration of the installation.',
  'answer-refused': (detail) =>
    `The service called answered “${detail}”. Check the address, the headers and what is sent.`,
  'answer-too-large': 'The answer of the service called is too large.',
  'expression-faulty': 'An expression of this step cannot be computed. Correct it in the flow.',
  internal: 'Something went wrong. The log of the installation tells why.',
  'no-answer': 'The service called does not answer.',
  'not-accepted': (detail) => `The entry does not accept this change (${detail}).`,
  'step-unknown': 'This step does not exist in the published release that the entry follows.',
  'timed-out': 'The service called took too long to answer.',
  'too-deep': (detail) => `Flows start one another without end: this one was stopped after ${detail} rounds.`,
  'transition-refused': 'The action is no longer possible in the present state of the entry.',
}
