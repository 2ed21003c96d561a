// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { together } from './together.ts'

describe('jobs handled together', () => {
  it('are those of one turn, in their order', async () => {
    const batches: number[][] = []
    const handle = together<number>(async (items) => batches.push(items))
    await Promise.all([handle(1), handle(2), handle(3)])
    await Promise.all([handle(4), handle(5)])
    expect(batches).toEqual([
      [1, 2, 3],
      [4, 5],
    ])
  })

  it('fail together, and leave the next ones alone', async () => {
    const handle = together<number>(async (items) => {
      if (items.includes(2)) throw new Error('two')
    })
    const outcomes = await Promise.allSettled([handle(1), handle(2)])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(handle(3)).resolves.toBeUndefined()
  })
})
