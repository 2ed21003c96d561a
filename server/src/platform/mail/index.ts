// SPDX-License-Identifier: MIT
export { createMailTransport, type MailSettings } from './create-mail-transport.ts'
export {
  type InlinePicture,
  isPermanent,
  type MailAddress,
  MailFailure,
  type MailTransport,
  type OutgoingMail,
} from './mail-transport.ts'
