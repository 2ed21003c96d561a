// SPDX-License-Identifier: MIT
export { deliverWebhooks } from './deliver-webhooks.ts'
export { type EventMessage, type OfferedKind, offeredKinds } from './event-message.ts'
export { queueDeliveries } from './queue-deliveries.ts'
export { isSigned, sign, signatureHeader } from './signature.ts'
export { startWebhooks } from './start-webhooks.ts'
export { sealedWebhooks } from './sealed-webhooks.ts'
export {
  type Delivery,
  listDeliveries,
  listWebhooks,
  type NewWebhook,
  redeliver,
  stopWebhook,
  subscribeWebhook,
  type Webhook,
} from './subscribe.ts'
export type { DeliveryState } from './webhooks.tables.ts'
export { webhooksRoutes } from './webhooks.routes.ts'
