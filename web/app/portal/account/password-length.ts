// SPDX-License-Identifier: MIT

/** What the hint announces; the server decides (`passwordLength` of the accounts). */
export const leastPasswordLength = 12
