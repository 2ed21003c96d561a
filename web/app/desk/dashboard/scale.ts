// SPDX-License-Identifier: MIT

/** Where the lines of a chart stand: 0, then three or four round steps that hold the highest value. */
export function scaleOf(values: readonly number[]): {
  readonly top: number
  readonly ticks: readonly number[]
} {
  const highest = Math.max(...values, 1)
  const step = roundStep(highest / 4)
  const count = Math.ceil(highest / step)
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) }
}

/** The next of 1, 2, 5, 10, 20, 50…: never less than one entry. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)))
  return [1, 2, 5, 10].map((part) => part * power).find((step) => step >= least) ?? 10 * power
}
