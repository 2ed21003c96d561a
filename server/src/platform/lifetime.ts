// SPDX-License-Identifier: MIT
import type { Log } from './log.ts'

/** What was started and must be stopped, in the reverse order. */
export type Lifetime = {
  /** Remembers how to stop what was just started. */
  add(name: string, stop: () => Promise<unknown>): void
  /** Stops everything, once, the last started first; what fails to stop is logged and does not keep the rest alive. */
  end(): Promise<void>
}

export function createLifetime(log: Log): Lifetime {
  const started: { name: string; stop: () => Promise<unknown> }[] = []
  let ending: Promise<void> | undefined
  const stopAll = async () => {
    for (const { name, stop } of started.toReversed()) {
      await stop().catch((error: unknown) => log.error({ err: error, part: name }, 'did not stop well'))
      log.debug({ part: name }, 'stopped')
    }
  }
  return {
    add: (name, stop) => {
      started.push({ name, stop })
    },
    end: () => (ending ??= stopAll()),
  }
}
