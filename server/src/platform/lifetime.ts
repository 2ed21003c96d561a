// SPDX-License-Identifier: MIT
import type { Log } from './log.ts'

/** What was started and must be stopped, in the reverse order. */
export type Lifetime = {
  /**
   * Remembers how to stop what was just started. Once the end has begun it throws `LifetimeEnded`, so that whoever is
   * still starting goes no further; the part is stopped by the next `end`.
   */
  add(name: string, stop: () => Promise<unknown>): void
  /** Stops everything, the last started first; what fails to stop is logged and does not keep the rest alive. */
  end(): Promise<void>
  readonly isEnding: boolean
}

/** Thrown at whoever starts something when everything is to stop. */
export class LifetimeEnded extends Error {
  override name = 'LifetimeEnded'
}

export function createLifetime(log: Log): Lifetime {
  const started: { name: string; stop: () => Promise<unknown> }[] = []
  let ending: Promise<void> | undefined
  const stopAll = async () => {
    for (let part = started.pop(); part; part = started.pop()) {
      const { name, stop } = part
      await stop().catch((error: unknown) => log.error({ err: error, part: name }, 'did not stop well'))
      log.debug({ part: name }, 'stopped')
    }
  }
  return {
    add: (name, stop) => {
      started.push({ name, stop })
      if (ending) throw new LifetimeEnded(`${name} was started while everything stops`)
    },
    end: () => (ending = (ending ?? Promise.resolve()).then(stopAll)),
    get isEnding() {
      return ending !== undefined
    },
  }
}
