// SPDX-License-Identifier: MIT
import { defineSolution, type Solution, system } from '@guichet/engine'
import { actingAs, type Context, type Platform } from '../../platform/context.ts'
import {
  createOutgoing,
  type OutgoingAnswer,
  type OutgoingRequest,
} from '../../platform/outgoing/outgoing.ts'
import { club } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { type Accounts, openAccounts } from '../accounts/index.ts'
import { addProvider, saveProvider, viewProvider } from './index.ts'

/** The club, which knows the birth dates of its people and the SIRET of its teams. */
function clubOfProviders(): Solution {
  const { collections, ...rest } = structuredClone(club)
  Object.assign(collections['person']?.fields ?? {}, {
    birthDate: { type: 'date', label: { fr: 'Né le', en: 'Born on' } },
  })
  Object.assign(collections['team']?.fields ?? {}, {
    siret: { type: 'siret', label: { fr: 'SIRET', en: 'SIRET' } },
  })
  return defineSolution({ ...rest, collections })
}

export type ProvidersTown = {
  readonly tenant: TestTenant
  readonly platform: Platform
  readonly accounts: Accounts
  readonly office: string
  readonly admin: Context
  /** What stands between the platform and the providers: a test may answer in their place. */
  readonly network: { answer: ((request: OutgoingRequest) => OutgoingAnswer | undefined) | undefined }
  /** Adds a provider from a preset, fills it in and switches it on; returns its key. */
  provide(preset: string, key: string, change: object): Promise<string>
  /** Changes the settings of one. */
  change(key: string, change: object): Promise<void>
}

/** A body with an administrator and an office, whose platform may reach this machine. */
export async function aTownWithProviders(): Promise<ProvidersTown> {
  const tenant = await aTenant({ solutions: [clubOfProviders()] })
  const reach = createOutgoing({ allow: ['127.0.0.1', 'localhost'] })
  const network: ProvidersTown['network'] = { answer: undefined }
  // A copy would keep the tenant of now, and these tests do not change it.
  const platform: Platform = {
    ...tenant.platform,
    outgoing: async (request) => network.answer?.(request) ?? reach(request),
  }
  const office = await tenant.organisation('Bureau', { siret: '21130055300016' })
  const admin = actingAs(platform, await tenant.person('Ada Ministre', { administrator: office }))
  const accounts = openAccounts(platform, { sessionHours: 12, sendMail: async () => {} })

  async function change(key: string, changed: object): Promise<void> {
    const { settings, version } = await viewProvider(admin, key)
    const saved = await saveProvider(admin, key, {
      version,
      settings: { ...settings, ...changed },
      secret: 'a-secret-that-both-know',
      enabled: true,
    })
    if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
  }
  return {
    tenant,
    platform,
    accounts,
    office,
    admin,
    network,
    change,
    provide: async (preset, key, changed) => {
      const added = await addProvider(admin, { preset, key })
      if (!added.ok) throw new Error(JSON.stringify(added.problems))
      await change(key, changed)
      return key
    },
  }
}

export const asNobody = (platform: Platform): Context => actingAs(platform, { kind: 'nobody', locale: 'fr' })
export const asSystem = (platform: Platform): Context => actingAs(platform, system)
