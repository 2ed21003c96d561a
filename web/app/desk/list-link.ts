// SPDX-License-Identifier: MIT

/** The address of a page of an entry, which remembers the list it was opened from. */
export function fromList(path: string, list: string | undefined): string {
  if (list === undefined) return path
  return `${path}${path.includes('?') ? '&' : '?'}liste=${encodeURIComponent(list)}`
}
