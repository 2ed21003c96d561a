// SPDX-License-Identifier: MIT
export { httpSmsTransport, type SmsSettings } from './http-sms-transport.ts'
export { type OutgoingSms, SmsFailure, type SmsTransport } from './sms-transport.ts'
