// SPDX-License-Identifier: MIT
import { system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { seal } from '../../platform/sealed.ts'
import {
  type Accounts,
  admit,
  type Client,
  type SecondFactorWanted,
  type SignedIn,
} from '../accounts/index.ts'
import { recordEvent } from '../events/index.ts'
import { actorOf } from '../people/index.ts'
import { type AttemptRow, takeAttempt } from './attempts.queries.ts'
import { wantedMemberships } from './claim-rules.ts'
import { foundMemberships, mapMemberships } from './map-memberships.ts'
import { oidcProof } from './oidc.ts'
import {
  isStrong,
  type Proof,
  ProviderError,
  type ProviderFailure,
  providerFailures,
  reasonOf,
} from './proof.ts'
import { enabledProvider, type Provider, providerSecretUse } from './provider.ts'
import { rememberSession } from './provider-sessions.queries.ts'
import { recognise, type Recognised, type RecognitionRefusal } from './recognise.ts'
import { beginAttempt, type Begun, browserOf, isOidc, openChecks, openProof } from './sign-in-attempt.ts'
import { linkToAccount, type LinkRefusal } from './link-identity.ts'

export type ThroughRefusal = ProviderFailure | RecognitionRefusal | LinkRefusal | 'not-for-you'
export type Refused = {
  readonly ok: false
  readonly refusal: ThroughRefusal
  /** Key of the provider, to try again. */
  readonly provider: string
}

/**
 * Begins a sign-in through a provider.
 *
 * @throws Problem `not-found` for a provider that is unknown or switched off
 */
export async function beginSignIn(
  context: Context,
  client: Client,
  { provider: key, returnTo }: { readonly provider: string; readonly returnTo: string },
): Promise<({ readonly ok: true } & Begun) | Refused> {
  const provider = await enabledProvider(context, key)
  try {
    return { ok: true, ...(await beginAttempt(context, client, { provider, accountId: null, returnTo })) }
  } catch (error) {
    return failed(context, key, error)
  }
}

/**
 * How a sign-in ended: with a session, with the second factor of the account still to prove here, or with an identity
 * linked to the account of the session there was.
 */
export type Through =
  | (SignedIn & { readonly linked: false; readonly returnTo: string })
  | { readonly ok: true; readonly linked: true; readonly returnTo: string }
  | (SecondFactorWanted & { readonly returnTo: string })
  | Refused

/**
 * Ends a sign-in, with the query of the address to which the provider sent the browser back. Each is ended once, by
 * the browser that began it, within ten minutes.
 *
 * @throws Problem `not-found` for a provider that is unknown or switched off
 */
export async function endSignIn(
  context: Context,
  accounts: Accounts,
  client: Client,
  { provider: key, search }: { readonly provider: string; readonly search: string },
): Promise<Through> {
  const provider = await enabledProvider(context, key)
  const told = failureTold(search)
  if (told) return { ok: false, refusal: told, provider: key }
  try {
    const attempt = await ownAttempt(context, client, provider, search)
    const proof = await provenBy(context, provider, attempt, search)
    if (attempt.accountId !== null) {
      const linked = await linkToAccount(context, { provider, proof, accountId: attempt.accountId })
      return linked.ok ? { ok: true, linked: true, returnTo: attempt.returnTo } : { ...linked, provider: key }
    }
    const opened = await signInAs(context, accounts, client, { provider, proof })
    if (opened.ok) return { ...opened, linked: false, returnTo: attempt.returnTo }
    return opened.refusal === 'second-factor' ? { ...opened, returnTo: attempt.returnTo } : opened
  } catch (error) {
    return failed(context, key, error)
  }
}

/** Why an assertion was not taken, as our own door for assertions wrote it in the address: only what to show. */
function failureTold(search: string): ProviderFailure | undefined {
  const told = new URLSearchParams(search).get('echec')
  return providerFailures.find((failure) => failure === told)
}

async function ownAttempt(context: Context, client: Client, provider: Provider, search: string) {
  const state = new URLSearchParams(search).get('state')
  const browser = browserOf(context, client)
  const attempt =
    state === null || browser === undefined
      ? undefined
      : await takeAttempt(context.db, {
          state: tokenHash(state),
          providerId: provider.id,
          browser: tokenHash(browser),
          now: context.clock.now(),
        })
  if (!attempt) throw new ProviderError('answer-refused', 'no sign-in of this browser awaits it')
  return attempt
}

async function provenBy(
  context: Context,
  provider: Provider,
  attempt: AttemptRow,
  search: string,
): Promise<Proof> {
  if (isOidc(provider)) {
    const checks = openChecks(context, attempt.checks)
    if (!('nonce' in checks)) throw new ProviderError('answer-refused', 'the provider is of another kind now')
    return oidcProof(context, provider, { search, state: checks.state, checks })
  }
  if (attempt.proof === null) throw new ProviderError('answer-refused', 'no assertion came')
  return openProof(context, attempt.proof) as Proof // sealed by us when it was verified
}

async function signInAs(
  context: Context,
  accounts: Accounts,
  client: Client,
  { provider, proof }: { provider: Provider; proof: Proof },
): Promise<SignedIn | SecondFactorWanted | Refused> {
  const { key, settings } = provider
  const asSystem = actingAs(context, system)
  const found = await foundMemberships(asSystem, wantedMemberships(settings.memberships, proof.claims))
  const recognised = await context.db.transaction().execute(async (tx) => {
    const who = await recognise(tx, context, { provider, proof, locale: client.locale })
    if (!who.ok) return who
    const changed = await mapMemberships(tx, asSystem, { ...who, found })
    if (changed.given + changed.ended > 0)
      await recordEvent(tx, asSystem, {
        kind: 'account.memberships-mapped',
        payload: { accountId: who.accountId, provider: key, ...changed },
      })
    return who
  })
  if (!recognised.ok) return { ...recognised, provider: key }
  if (!(await isInAudience(context, settings.audience, recognised.personId)))
    return { ok: false, refusal: 'not-for-you', provider: key }
  const strong = isStrong(proof, settings.strong)
  const { accountId } = recognised
  const opened = await admit(accounts, client, { accountId, method: `provider:${key}`, strong })
  if (!opened.ok) return opened.refusal === 'second-factor' ? opened : { ...opened, provider: key }
  await rememberProvider(context, accounts, opened, { recognised, proof })
  return opened
}

async function isInAudience(
  context: Context,
  audience: readonly string[],
  personId: string,
): Promise<boolean> {
  if (audience.length === 0) return true
  const actor = await actorOf(context, personId)
  return actor?.roles.some(({ role }) => audience.includes(role)) ?? false
}

/** Keeps with the session what ends it at the provider, and what the provider may end here. */
async function rememberProvider(
  context: Context,
  { auth }: Accounts,
  { setCookie }: SignedIn,
  { recognised, proof }: { recognised: Recognised; proof: Proof },
): Promise<void> {
  const cookie = setCookie.map((one) => one.split(';')[0]).join('; ')
  const token = await auth.api.sessionToken({ headers: new Headers({ cookie }) })
  if (!token) return
  await rememberSession(context.db, {
    token,
    identityId: recognised.identityId,
    sid: proof.sid,
    hint: seal(context, providerSecretUse, proof.hint),
  })
}

/** People are told one of a few cases; the log has the detail, without what the provider said of anybody. */
export function failed(context: Context, provider: string, error: unknown): Refused {
  if (!(error instanceof ProviderError)) throw error
  context.log.warn(
    { reason: reasonOf(error), provider, failure: error.failure },
    'a sign-in through a provider failed',
  )
  return { ok: false, refusal: error.failure, provider }
}
