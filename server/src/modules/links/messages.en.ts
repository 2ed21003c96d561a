// SPDX-License-Identifier: MIT
import type { LinkMessages } from './link-messages.ts'

/** The mail that carries a new link, in English. */
export const linkMessagesEn: LinkMessages = {
  subject: (number) => (number ? `Your new link: ${number}` : 'Your new link'),
  body: ({ body, purpose, number }) =>
    `Hello,\n\nYou asked for a new link on the website of ${body}: “${purpose}”${number ? `, file ${number}` : ''}. The previous one no longer works.\n\nIf you did not ask for anything, you can ignore this message. Do not forward it: the link gives access to the file.`,
  button: 'Open the file',
}
