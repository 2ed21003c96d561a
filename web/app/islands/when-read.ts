// SPDX-License-Identifier: MIT

/** Acts once the page is read: known from the page before, a script may run earlier. */
export function whenRead(act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act)
  else act()
}
