// SPDX-License-Identifier: MIT
export { clocksRoutes } from './clocks.routes.ts'
export {
  type ClockView,
  entryClock,
  entryReceipt,
  type ReceiptLink,
  type ReceiptView,
} from './entry-clock.ts'
export { followClocks } from './follow-clocks.ts'
export { lookAtClocks, startClocks } from './look-at-clocks.ts'
export { mailNotices, type Notice, type NoticeAsked } from './mail-notice.ts'
