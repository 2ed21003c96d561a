// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import { announceForget } from '../../platform/db/announce.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { ProviderSettings } from './provider-settings.ts'
import { allProviders } from './providers.queries.ts'

/** A way to sign in, as the sign-in page shows it. */
export type OfferedProvider = {
  readonly key: string
  readonly title: LocalizedText
  readonly button: LocalizedText
  readonly look: ProviderSettings['look']
  readonly about: ProviderSettings['about'] | null
  /** For everyone, or only for those who hold some role. */
  readonly forEveryone: boolean
}

const cacheKey = 'identity-providers'

/** The providers that are switched on: those for everyone first. */
export async function offeredProviders(platform: Platform): Promise<readonly OfferedProvider[]> {
  return platform.cache.remember(cacheKey, async () => {
    const rows = await allProviders(platform.db)
    const offered = rows
      .filter(({ enabled }) => enabled)
      .map(({ key, settings }) => ({
        key,
        title: settings.title,
        button: settings.button,
        look: settings.look,
        about: settings.about ?? null,
        forEveryone: settings.audience.length === 0,
      }))
    return [...offered.filter((one) => one.forEveryone), ...offered.filter((one) => !one.forEveryone)]
  })
}

/** Tells every process that what is offered has changed. */
export const forgetOffered = (db: Db | Tx): Promise<void> => announceForget(db, cacheKey)
