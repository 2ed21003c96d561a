// SPDX-License-Identifier: MIT

/* Buttons that print the page: hidden where no script runs, since they would do nothing. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
