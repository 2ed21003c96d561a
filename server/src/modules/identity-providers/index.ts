// SPDX-License-Identifier: MIT
export { type EndAtProvider, endAtProvider } from './end-at-provider.ts'
export { beginLink, ownIdentities, type OwnIdentities, unlinkIdentity } from './link-identity.ts'
export {
  addProvider,
  listManagedProviders,
  type ManagedProvider,
  type ProviderSaved,
  saveProvider,
  type ViewedProvider,
  viewProvider,
} from './manage-providers.ts'
export { type OfferedProvider, offeredProviders } from './offered-providers.ts'
export type { Preset } from './presets.ts'
export type { ProviderSettings } from './provider-settings.ts'
export type { ProviderChoice, ProviderChoices } from './provider-choices.ts'
export { providersRoutes } from './providers.routes.ts'
export { purgeProviders } from './providers.queries.ts'
export { sealedProviders } from './sealed-providers.ts'
export { beginSignIn, endSignIn, type Through, type ThroughRefusal } from './sign-in-through.ts'
export { readMetadata, tryIssuer, type Tried } from './try-provider.ts'
