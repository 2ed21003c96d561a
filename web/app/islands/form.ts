// SPDX-License-Identifier: MIT
import { completeAddresses } from './address.ts'
import { keepWhileTyping } from './keep.ts'
import { sendFiles } from './upload.ts'

/*
 * What improves a form of the public that works without it: answers kept while they are typed, questions that appear at
 * once, addresses completed, files sent one by one with their progress. No text is written here: all are on the page.
 */

function improve(part: ParentNode): void {
  for (const box of part.querySelectorAll<HTMLElement>('[data-address]')) completeAddresses(box)
}

function start(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-keep]')
  if (form) sendFiles(form, keepWhileTyping(form, improve))
  improve(document)
}

// Known from the page before, the script may run before its page is read.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
else start()
