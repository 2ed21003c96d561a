// SPDX-License-Identifier: MIT
import { whenRead } from './when-read.ts'

/* Buttons that print the page: hidden where no script runs, since they would do nothing; a sentence stands for them. */
function start(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
  for (const hint of document.querySelectorAll<HTMLElement>('[data-print-hint]')) hint.hidden = true
}

whenRead(start)
