// SPDX-License-Identifier: MIT
import type { Claims } from './claims.ts'

/** Somebody recognised by a provider whose answer was checked in every way: what follows may rely on it. */
export type Proof = {
  /** Tells people apart at that provider, for ever. */
  readonly subject: string
  readonly claims: Claims
  readonly acr: string | undefined
  readonly amr: readonly string[]
  /** The session at the provider, and what is needed to end it there. */
  readonly sid: string | undefined
  readonly hint: string
}

/**
 * Why a provider's answer was not taken. For people there are four cases; the log has the rest (`detail`).
 *
 * `answer-refused`: not signed as it should, for somebody else, too old, already used, not asked for by this browser.
 */
export const providerFailures = [
  'provider-unreachable',
  'provider-declined',
  'answer-refused',
  'level-too-low',
] as const
export type ProviderFailure = (typeof providerFailures)[number]

export class ProviderError extends Error {
  readonly failure: ProviderFailure
  constructor(failure: ProviderFailure, detail: string, cause?: unknown) {
    super(detail, { cause })
    this.name = 'ProviderError'
    this.failure = failure
  }
}

/** @throws ProviderError `level-too-low` when the answer names no level among those that are taken */
export function requireLevel(accepted: readonly string[], acr: string | undefined): void {
  if (accepted.length === 0 || (acr !== undefined && accepted.includes(acr))) return
  throw new ProviderError('level-too-low', `level ${acr ?? 'not told'}`)
}

/** Whether the provider says that a second factor was proven, as far as the configuration believes it. */
export function isStrong(
  { acr, amr }: Pick<Proof, 'acr' | 'amr'>,
  strong: { readonly acr: readonly string[]; readonly amr: readonly string[] },
): boolean {
  return (acr !== undefined && strong.acr.includes(acr)) || amr.some((method) => strong.amr.includes(method))
}

/** What the log may say of a failure: the sentences of its causes, without what was told of anybody. */
export function reasonOf(error: unknown): string {
  const sentences: string[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) sentences.push(cause.message)
  return sentences.join(' < ')
}
