// SPDX-License-Identifier: MIT

/** Whether a text is an id as the registry makes them (RFC 9562), in lower case. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)
}
