// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'

/** A text is prepared from its third execution on: what is asked once or twice is not worth keeping. */
const worthPreparing = 3
/** Statements kept by name on each connection. Lists make new texts without end; the hot ones come first. */
const mostPrepared = 400

/**
 * Lets the connections of a pool prepare the statements that come again: parsed and planned once a connection instead
 * of at each execution. Rights make statements whose planning costs more than their execution (measured on one entry
 * under four grants: 0.5 ms against 0.1).
 */
export function prepareRepeated(pool: Pool): void {
  const executions = new Map<string, number>()
  const names = new Map<string, string>()

  function nameOf(text: string): string | undefined {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostPrepared) return known
    const times = (executions.get(text) ?? 0) + 1
    if (times < worthPreparing) {
      // Forgotten from time to time, so that texts of one day do not add up.
      if (executions.size > 10 * mostPrepared) executions.clear()
      executions.set(text, times)
      return undefined
    }
    executions.delete(text)
    const name = createHash('sha1').update(text).digest('base64url')
    names.set(text, name)
    return name
  }

  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...all: unknown[]) => unknown
    const prepared = (text: unknown, values: unknown, ...rest: unknown[]) => {
      const isRepeatable = typeof text === 'string' && Array.isArray(values) && values.length > 0
      const name = isRepeatable ? nameOf(text) : undefined
      return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest)
    }
    // The driver has many signatures; only (text, values) is answered differently, and with the same result.
    client.query = prepared as typeof client.query
  })
}
