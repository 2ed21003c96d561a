// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { randomToken } from '../../platform/ids.ts'
import { unseal } from '../../platform/sealed.ts'
import type { Accounts, Client } from '../accounts/index.ts'
import { oidcLogout } from './oidc.ts'
import { opened, type Provider, providerSecretUse } from './provider.ts'
import { providerSession } from './provider-sessions.queries.ts'
import type { SamlSettings } from './provider-settings.ts'
import { providerOfKey } from './providers.queries.ts'
import { samlLogout } from './saml.ts'
import { isOidc } from './sign-in-attempt.ts'

/** Where to go to sign out at the provider too, and how it is named. */
export type EndAtProvider = { readonly location: string; readonly title: Provider['settings']['title'] }

/**
 * Where the session of this browser is to be ended, when a provider opened it that wants to be told. To be asked
 * before signing out here, which forgets it.
 */
export async function endAtProvider(
  context: Context,
  { auth }: Accounts,
  client: Client,
): Promise<EndAtProvider | undefined> {
  const token = await auth.api.sessionToken({ headers: client.headers })
  const session = token && (await providerSession(context.db, token))
  const row = session && (await providerOfKey(context.db, session.key))
  if (!row) return undefined
  const provider = opened(context, row)
  const asked = { hint: unseal(context, providerSecretUse, session.hint), state: randomToken() }
  const location = isOidc(provider)
    ? await oidcLogout(context, provider, asked)
    : await samlLogout(context, provider as Provider<SamlSettings>, asked)
  return location === undefined ? undefined : { location, title: provider.settings.title }
}
