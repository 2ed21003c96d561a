// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { seal } from '../../platform/sealed.ts'
import { requireStudio } from '../definitions/index.ts'
import { recordEvent } from '../events/index.ts'
import { checkSettings, type SettingProblem } from './check-settings.ts'
import { type Preset, presets } from './presets.ts'
import { providerChoices, type ProviderChoices } from './provider-choices.ts'
import { forgetOffered } from './offered-providers.ts'
import { providerAddresses, providerSecretUse } from './provider.ts'
import type { ProviderSettings } from './provider-settings.ts'
import {
  allProviders,
  insertProvider,
  providerForUpdate,
  providerOfKey,
  type ProviderRow,
  updateProvider,
} from './providers.queries.ts'
import { settingSentences } from './settings-messages.ts'
import { makeSigningKey } from './signing-key.ts'

/** A provider as an administrator sees it: whether it has a secret, never the secret. */
export type ManagedProvider = {
  readonly key: string
  readonly settings: ProviderSettings
  readonly enabled: boolean
  readonly hasSecret: boolean
  readonly version: number
  /** What the provider must be told of this site. */
  readonly addresses: ReturnType<typeof providerAddresses>
}

/** The same with what its settings may name, and what is left to its administrator. */
export type ViewedProvider = ManagedProvider & {
  readonly choices: ProviderChoices
  readonly toCheck: LocalizedText | null
}

export type ProviderSaved =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly problems: readonly SettingProblem[] }

/**
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function listManagedProviders(
  context: Context,
): Promise<{ readonly providers: readonly ManagedProvider[]; readonly presets: readonly Preset[] }> {
  await requireStudio(context)
  const rows = await allProviders(context.db)
  return { providers: rows.map((row) => managed(context, row)), presets }
}

/**
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`
 */
export async function viewProvider(context: Context, key: string): Promise<ViewedProvider> {
  await requireStudio(context)
  const row = await providerOfKey(context.db, key)
  if (!row) throw problem('not-found')
  const { look, kind } = row.settings
  const preset = presets.find(({ settings }) => settings.look === look && settings.kind === kind)
  return {
    ...managed(context, row),
    choices: await providerChoices(context),
    toCheck: preset?.toCheck ?? null,
  }
}

/**
 * Adds a provider, switched off until it was filled in and tried.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found` for a preset that is not
 */
export async function addProvider(
  context: Context,
  { preset: wanted, key }: { readonly preset: string; readonly key: string },
): Promise<ProviderSaved> {
  await requireStudio(context)
  const preset = presets.find((one) => one.key === wanted)
  if (!preset) throw problem('not-found')
  const isTaken = (await providerOfKey(context.db, key)) !== undefined
  if (isTaken || !/^[a-z][a-z0-9-]{0,39}$/.test(key)) return refusedAt('key', settingSentences.key)
  const signing =
    preset.settings.kind === 'saml'
      ? await makeSigningKey(new URL(context.tenant.publicUrl).hostname, context.clock.now())
      : undefined
  await context.db.transaction().execute(async (tx) => {
    const row: ProviderRow = {
      id: context.ids.next(),
      key,
      settings: preset.settings,
      secret: signing ? seal(context, providerSecretUse, signing.privateKey) : null,
      certificate: signing?.certificate ?? null,
      enabled: false,
      version: 1,
    }
    await insertProvider(tx, row, context.clock.now())
    await recordEvent(tx, context, {
      kind: 'provider.changed',
      payload: { provider: key, changed: ['added'] },
    })
  })
  return { ok: true, key }
}

/**
 * Changes a provider. A blank `secret` leaves the one there is. Switched on, it has to be complete; sign-ins on their
 * way go on under the new settings.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`, `entry-changed` when somebody else changed it
 */
export async function saveProvider(
  context: Context,
  key: string,
  change: {
    readonly version: number
    readonly settings: unknown
    readonly secret: string
    readonly enabled: boolean
  },
): Promise<ProviderSaved> {
  await requireStudio(context)
  const checked = await checkSettings(context, change.settings)
  if (!checked.ok) return checked
  return context.db.transaction().execute(async (tx) => {
    const row = await providerForUpdate(tx, key)
    if (!row || row.settings.kind !== checked.settings.kind) throw problem('not-found')
    if (row.version !== change.version) throw problem('entry-changed', { current: managed(context, row) })
    const isOidc = checked.settings.kind === 'oidc'
    const typed = change.secret.trim()
    if (change.enabled && isOidc && row.secret === null && typed === '')
      return refusedAt('secret', settingSentences.secret)
    const secret = isOidc && typed !== '' ? seal(context, providerSecretUse, typed) : row.secret
    const next: ProviderRow = { ...row, settings: checked.settings, secret, enabled: change.enabled }
    await updateProvider(tx, next, context.clock.now())
    await forgetOffered(tx)
    const changed = [
      ...changedSettings(row.settings, checked.settings),
      ...(isOidc && typed !== '' ? ['secret'] : []),
      ...(row.enabled === change.enabled ? [] : [change.enabled ? 'enabled' : 'disabled']),
    ]
    await recordEvent(tx, context, { kind: 'provider.changed', payload: { provider: key, changed } })
    return { ok: true, key }
  })
}

const refusedAt = (path: string, text: LocalizedText): ProviderSaved => ({
  ok: false,
  problems: [{ path, text }],
})

/** Names of the settings that differ; their values stay out of the journal. */
function changedSettings(before: ProviderSettings, after: ProviderSettings): string[] {
  const [old, now]: Readonly<Record<string, unknown>>[] = [before, after]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.filter((name) => JSON.stringify(old?.[name]) !== JSON.stringify(now?.[name]))
}

function managed(context: Context, row: ProviderRow): ManagedProvider {
  const { key, settings, enabled, version } = row
  return {
    key,
    settings,
    enabled,
    hasSecret: row.secret !== null,
    version,
    addresses: providerAddresses(context, key),
  }
}
