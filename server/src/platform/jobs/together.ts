// SPDX-License-Identifier: MIT

/**
 * Handles together the jobs that one fetch hands out one by one: calls made in the same turn of the event loop become
 * one call of `handle`, so that a hundred jobs cost a few statements instead of a few hundred.
 *
 * All of them succeed or fail with that call: `handle` must be able to do again what it has done.
 */
export function together<Item>(handle: (items: Item[]) => Promise<unknown>): (item: Item) => Promise<void> {
  let waiting: Item[] = []
  let turn: Promise<unknown> | undefined
  return async (item) => {
    waiting.push(item)
    turn ??= Promise.resolve().then(() => {
      const items = waiting
      waiting = []
      turn = undefined
      return handle(items)
    })
    await turn
  }
}
