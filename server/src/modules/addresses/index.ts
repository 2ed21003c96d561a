// SPDX-License-Identifier: MIT
export type { FoundAddress } from '../../platform/addresses/address-service.ts'
export { addressesRoutes } from './addresses.routes.ts'
export { completesAddresses, findAddresses } from './find-addresses.ts'
export { type ImportedStreets, importStreets } from './import-streets.ts'
export { type PlacedAddress, placeAddress } from './place-address.ts'
export type { StreetFault } from './read-streets.ts'
