// SPDX-License-Identifier: MIT
import { type Locale, system } from '@guichet/engine'
import { actingAs, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { accountByEmail, accountById, accountByPerson, openAccount, readMailbox } from '../accounts/index.ts'
import { recordEvent } from '../events/index.ts'
import { findPersonByEmail, tidyName } from '../people/index.ts'
import { claimText, type Claims } from './claims.ts'
import { hasIdentityAt, identityOfSubject, insertIdentity, touchIdentity } from './identities.queries.ts'
import { personOfFields } from './match-person.ts'
import type { Proof } from './proof.ts'
import type { Provider } from './provider.ts'

/** Who somebody recognised by a provider is here. */
export type Recognised = {
  readonly ok: true
  readonly accountId: string
  readonly personId: string
  readonly email: string
  readonly identityId: string
}

export type RecognitionRefusal =
  /** Nobody here matches, and the provider's people receive no account by themselves. */
  | 'no-match'
  /** An account would be made or found by a mailbox that nobody has proven. */
  | 'email-unproven'
  | 'missing-name'
  /** The mailbox has an account, to which the configuration does not let it lead. */
  | 'account-exists'
  | 'account-disabled'
  /** The account that matches has another identity at this provider: one of the two is somebody else. */
  | 'other-identity'

type Refused = { readonly ok: false; readonly refusal: RecognitionRefusal }
type Found = { readonly accountId: string; readonly personId: string; readonly email: string }

/**
 * The account of somebody whom a provider has recognised: the one their identity is linked to; else the one of the
 * mailbox, when the provider has proven it; else the one of the only person whose fields agree; else a new one. Each
 * but the first only as the configuration allows, and the identity is linked from then on.
 *
 * An unproven mailbox leads to no account, and makes none: anybody can write another's address at a provider that does
 * not check, and would be let in.
 */
export async function recognise(
  tx: Tx,
  platform: Platform,
  { provider, proof, locale }: { provider: Provider; proof: Proof; locale: Locale },
): Promise<Recognised | Refused> {
  const known = await identityOfSubject(tx, { providerId: provider.id, subject: proof.subject })
  const at = platform.clock.now()
  if (known) {
    const account = await accountById(tx, known.accountId)
    if (!account || account.disabled_at) return refused('account-disabled')
    await touchIdentity(tx, { id: known.id, label: labelOf(provider, proof), at })
    return {
      ok: true,
      accountId: account.id,
      personId: account.person_id,
      email: account.email,
      identityId: known.id,
    }
  }
  const found = await matched(tx, platform, { provider, proof, locale })
  if (typeof found === 'string') return refused(found)
  const identityId = await linkIdentity(tx, platform, { provider, proof, accountId: found.accountId })
  return { ok: true, ...found, identityId }
}

const refused = (refusal: RecognitionRefusal): Refused => ({ ok: false, refusal })

async function matched(
  tx: Tx,
  platform: Platform,
  { provider, proof, locale }: { provider: Provider; proof: Proof; locale: Locale },
): Promise<Found | RecognitionRefusal> {
  const { matching } = provider.settings
  const proven = provenMailbox(provider, proof.claims)
  if (matching.byEmail && proven) {
    const byMailbox = await accountByEmail(tx, proven.identity)
    if (byMailbox) return byMailbox.disabled_at ? 'account-disabled' : accountFound(byMailbox)
  }
  const asSystem = actingAs({ ...platform, db: tx }, system)
  const personId = await personOfFields(asSystem, matching.byFields, proof.claims)
  if (personId !== undefined) {
    const account = await accountByPerson(tx, { personId, email: '' })
    if (account?.disabled_at) return 'account-disabled'
    if (account) {
      const hasOther = await hasIdentityAt(tx, { providerId: provider.id, accountId: account.id })
      return hasOther ? 'other-identity' : accountFound(account)
    }
  }
  const isKnown =
    personId !== undefined ||
    (matching.byEmail &&
      proven !== undefined &&
      (await findPersonByEmail(platform, proven.address, tx)) !== undefined)
  if (!matching.create && !isKnown) return 'no-match'
  if (!proven) return 'email-unproven'
  return madeAccount(tx, platform, { provider, proof, proven, personId, locale })
}

const accountFound = (account: { id: string; person_id: string; email: string }): Found => ({
  accountId: account.id,
  personId: account.person_id,
  email: account.email,
})

/** The person found, else the one of the mailbox, receives the account when the directory knows them. */
async function madeAccount(
  tx: Tx,
  platform: Platform,
  {
    provider,
    proof,
    proven,
    personId,
    locale,
  }: {
    provider: Provider
    proof: Proof
    proven: { address: string; identity: string }
    personId: string | undefined
    locale: Locale
  },
): Promise<Found | RecognitionRefusal> {
  const name = nameOf(provider, proof.claims)
  const made = await openAccount(tx, platform, {
    email: proven.address,
    identity: proven.identity,
    personId,
    name,
    locale,
  })
  if (made === 'already-registered') return 'account-exists'
  return typeof made === 'string' ? made : { ...made, email: proven.identity }
}

/** The mailbox told, when the configuration takes it as proven. */
export function provenMailbox({ settings }: Provider, claims: Claims) {
  const told = claimText(claims, settings.claims.email)
  const { emailProven } = settings.matching
  const isProven = emailProven === 'always' || (emailProven === 'told' && claims['email_verified'] === true)
  return told !== undefined && isProven ? readMailbox(told) : undefined
}

/** First name and last name, when both are told. */
export function nameOf({ settings }: Provider, claims: Claims) {
  const firstName = claimText(claims, settings.claims.firstName)
  const lastName = claimText(claims, settings.claims.lastName)
  return firstName !== undefined && lastName !== undefined ? tidyName({ firstName, lastName }) : undefined
}

/** What tells an identity from another of the same provider, for its owner: the mailbox or the name told. */
function labelOf(provider: Provider, { claims }: Proof): string | undefined {
  const name = nameOf(provider, claims)
  const told = claimText(claims, provider.settings.claims.email)
  return (told ?? (name && `${name.firstName} ${name.lastName}`))?.slice(0, 200)
}

/** Links the identity to the account, with its fact in the journal. */
export async function linkIdentity(
  tx: Tx,
  platform: Platform,
  { provider, proof, accountId }: { provider: Provider; proof: Proof; accountId: string },
): Promise<string> {
  const id = platform.ids.next()
  await insertIdentity(tx, {
    id,
    providerId: provider.id,
    accountId,
    subject: proof.subject,
    label: labelOf(provider, proof) ?? proof.subject.slice(0, 200),
    at: platform.clock.now(),
  })
  await recordEvent(tx, actingAs(platform, system), {
    kind: 'account.identity-linked',
    payload: { accountId, provider: provider.key },
  })
  return id
}
