// SPDX-License-Identifier: MIT

/** Where the journeys' server answers. */
export const address = (): string => process.env['JOURNEYS_ADDRESS'] ?? ''
