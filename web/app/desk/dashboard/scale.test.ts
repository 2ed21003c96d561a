// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { scaleOf } from './scale.ts'

it.each([
  [[], 1, [0, 1]],
  [[0, 0], 1, [0, 1]],
  [[3], 3, [0, 1, 2, 3]],
  [[7], 8, [0, 2, 4, 6, 8]],
  [[96, 112], 150, [0, 50, 100, 150]],
  [[412_000], 600_000, [0, 200_000, 400_000, 600_000]],
])('holds %j between round lines', (values, top, ticks) => {
  expect(scaleOf(values)).toEqual({ top, ticks })
})
