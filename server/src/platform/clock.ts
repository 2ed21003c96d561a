// SPDX-License-Identifier: MIT

/** The time, as an argument: nothing below `main.ts` asks the machine for it. */
export type Clock = { now(): Date }

/** A clock that a test holds still and moves by hand. */
export type FixedClock = Clock & { advance(milliseconds: number): void }

export const systemClock: Clock = { now: () => new Date() }

/** A clock stopped at `start` until it is advanced. */
export function fixedClock(start: Date | string): FixedClock {
  let time = new Date(start).getTime()
  return {
    now: () => new Date(time),
    advance: (milliseconds) => {
      time += milliseconds
    },
  }
}
