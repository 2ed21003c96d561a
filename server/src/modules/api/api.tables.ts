// SPDX-License-Identifier: MIT

export type ApiTables = {
  idempotency_keys: {
    actor: string
    key: string
    request_hash: string
    response: unknown
    created_at: Date
  }
}
