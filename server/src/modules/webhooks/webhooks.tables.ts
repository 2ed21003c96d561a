// SPDX-License-Identifier: MIT

/**
 * Where a delivery stands. `failed`: tried again at `next_attempt_at`. `withheld`: the owner of the webhook may not
 * read the entry. `parked`: nobody tries any more until someone asks for it.
 */
export const deliveryStates = ['queued', 'sending', 'failed', 'delivered', 'withheld', 'parked'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export type WebhooksTables = {
  webhooks: {
    id: string
    name: string
    url: string
    secret: Buffer
    kinds: string[]
    collection: string | null
    owner_id: string
    created_at: Date
    disabled_at: Date | null
  }
  webhook_deliveries: {
    id: string
    webhook_id: string
    event_id: number
    state: DeliveryState
    attempts: number
    next_attempt_at: Date | null
    claimed_until: Date | null
    last_status: number | null
    last_error: string | null
    created_at: Date
    finished_at: Date | null
  }
}
