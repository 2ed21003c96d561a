// SPDX-License-Identifier: MIT
import type { FilingMessages } from './messages.ts'

export const filingEn: FilingMessages = {
  ofFile: (name, sentence) => `“${name}”: ${sentence}`,
  incomplete: 'Some answers are missing or need correcting. Complete the steps pointed out, then send.',
  changed: 'The form has changed since you started. Your answers are kept: read them again, then send.',
}
