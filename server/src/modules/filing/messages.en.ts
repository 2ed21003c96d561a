// SPDX-License-Identifier: MIT
import type { FilingMessages } from './messages.ts'

export const filingEn: FilingMessages = {
  ofFile: (name, sentence) => `“${name}”: ${sentence}`,
  incomplete: 'Some answers are missing or need correcting. Complete the steps pointed out, then send.',
  changed: 'The form has changed since you started. Your answers are kept: read them again, then send.',
  resume: {
    subject: (title) => `Resume your request: ${title}`,
    body: ({ title, body, until }) =>
      `Hello,\n\nYou started a request on the site ${body}: “${title}”. It has not been sent yet. This link opens it where you stopped, on this device or another, until ${until}.\n\nDo not forward this message: the link gives access to what you wrote. If you asked for nothing, you can ignore it.`,
    button: 'Resume my request',
  },
}
