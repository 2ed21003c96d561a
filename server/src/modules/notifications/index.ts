// SPDX-License-Identifier: MIT
export { type AddressBook, type Addressee, addresseesOf, openAddressBook } from './addressees.ts'
export { composeLetter, type Letter } from './compose-letter.ts'
export {
  composeMail,
  composeSms,
  composeSubject,
  type MailOfEntry,
  type MailWords,
  type ReadableEntry,
  readableEntries,
  type SmsOfEntry,
} from './compose-mail.ts'
export { deliverMails, type Senders } from './deliver-mails.ts'
export type { Channel, MailError, MailState } from './notifications.tables.ts'
export { channels, mailStates } from './notifications.tables.ts'
export {
  type MailAttempt,
  type MailQuery,
  type MailSummary,
  type MailView,
  listMails,
  resendMail,
  viewMail,
} from './outbox.ts'
export {
  listNotifications,
  markRead,
  type NewNotification,
  type Notification,
  tellPeople,
  unreadNotifications,
} from './people-notifications.ts'
export { keepQueuedMails } from './keep-mails.ts'
export { deliveryQueue, type NewMail, type NewSms, queueMail, queueMails, queueTexts } from './queue-mails.ts'
export { startNotifications } from './start-notifications.ts'
export { withPicturesInside } from './inline-logos.ts'
export { bodyOf } from './compose-mail.ts'
export { idsAfterHops } from './related-entries.queries.ts'
