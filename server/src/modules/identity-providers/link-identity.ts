// SPDX-License-Identifier: MIT
import { system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { accountByPerson, type Client } from '../accounts/index.ts'
import { recordEvent } from '../events/index.ts'
import {
  deleteIdentity,
  identitiesOfAccount,
  identityOfAccount,
  identityOfSubject,
  type LinkedIdentity,
} from './identities.queries.ts'
import { mapMemberships } from './map-memberships.ts'
import type { Proof } from './proof.ts'
import { enabledProvider, type Provider } from './provider.ts'
import { allProviders } from './providers.queries.ts'
import { linkIdentity } from './recognise.ts'
import { beginAttempt, type Begun } from './sign-in-attempt.ts'

export type LinkRefusal = 'linked-elsewhere'

/** The identities of one's own account, and the providers with which one more may be linked. */
export type OwnIdentities = {
  readonly identities: readonly (LinkedIdentity & { readonly provider: string })[]
  readonly providers: readonly { readonly key: string; readonly title: Provider['settings']['title'] }[]
}

/**
 * @throws Problem `sign-in-required`, `not-allowed` to who acts as somebody
 */
export async function ownIdentities(context: Context): Promise<OwnIdentities> {
  const accountId = await ownAccount(context)
  const providers = await allProviders(context.db)
  const identities = await identitiesOfAccount(context.db, accountId)
  const titles = new Map(providers.map(({ id, settings }) => [id, settings.title[context.actor.locale]]))
  return {
    identities: identities.map((one) => ({ ...one, provider: titles.get(one.providerId) ?? '' })),
    providers: providers
      .filter(({ enabled }) => enabled)
      .map(({ key, settings }) => ({ key, title: settings.title })),
  }
}

/**
 * Begins to link an identity to one's own account. Only to be called by a form: a link that another site could make
 * somebody follow would link the other's identity to their account, and let the other in.
 *
 * @throws Problem `sign-in-required`, `not-found`
 * @throws ProviderError `provider-unreachable`
 */
export async function beginLink(
  context: Context,
  client: Client,
  { provider: key, returnTo }: { readonly provider: string; readonly returnTo: string },
): Promise<Begun> {
  const accountId = await ownAccount(context)
  const provider = await enabledProvider(context, key)
  return beginAttempt(context, client, { provider, accountId, returnTo })
}

/**
 * Links an identity that was just proven to the account that asked for it, when the one who comes back is still the
 * one who left: a browser may have changed hands in between.
 */
export async function linkToAccount(
  context: Context,
  { provider, proof, accountId }: { provider: Provider; proof: Proof; accountId: string },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: LinkRefusal }> {
  if ((await ownAccount(context)) !== accountId) throw problem('not-allowed')
  return context.db.transaction().execute(async (tx) => {
    const known = await identityOfSubject(tx, { providerId: provider.id, subject: proof.subject })
    if (known)
      return known.accountId === accountId ? { ok: true } : { ok: false, refusal: 'linked-elsewhere' }
    await linkIdentity(tx, context, { provider, proof, accountId })
    return { ok: true }
  })
}

/**
 * Takes an identity off one's own account, with the memberships it gave. A password or a link by e-mail still signs
 * in: every account has its mailbox.
 *
 * @throws Problem `sign-in-required`, `not-found` for an identity of somebody else
 */
export async function unlinkIdentity(context: Context, id: string): Promise<void> {
  const accountId = await ownAccount(context)
  await context.db.transaction().execute(async (tx) => {
    const identity = await identityOfAccount(tx, { id, accountId })
    if (!identity) throw problem('not-found')
    const personId = context.actor.kind === 'person' ? context.actor.personId : ''
    await mapMemberships(tx, actingAs(context, system), { identityId: id, personId, found: [] })
    await deleteIdentity(tx, { id, accountId })
    const provider = (await allProviders(tx)).find((one) => one.id === identity.providerId)
    await recordEvent(tx, context, {
      kind: 'account.identity-unlinked',
      payload: { accountId, provider: provider?.key ?? '' },
    })
  })
}

/** Never that of somebody whom an administrator acts as: what signs in is its owner's alone to change. */
async function ownAccount(context: Context): Promise<string> {
  const { actor, db } = context
  if (actor.kind !== 'person') throw problem('sign-in-required')
  if (actor.by) throw problem('not-allowed')
  const account = await accountByPerson(db, { personId: actor.personId, email: '' })
  if (!account) throw problem('sign-in-required')
  return account.id
}
