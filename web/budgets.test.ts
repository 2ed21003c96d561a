// SPDX-License-Identifier: MIT
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { islandWeights, routeWeights, type RouteWeight, weightOf } from './budgets.ts'
import { builtFolder } from './testing/built.ts'

const kilobyte = 1024
const isPublic = (id: string) => id.startsWith('portal/')

let client: string
let weights: RouteWeight[]

beforeAll(() => {
  client = join(builtFolder(), 'client')
  weights = routeWeights(client, (id) => !isPublic(id))
}, 120_000)

describe('what a page makes a browser load', () => {
  it('is no script and 12 KB of style at most, for the public', () => {
    const pages = weights.filter(({ id }) => isPublic(id))
    expect(pages.length).toBeGreaterThan(20)
    for (const { id, js, css } of pages) {
      expect(js, id).toBe(0)
      expect(css, id).toBeGreaterThan(0)
      expect(css, id).toBeLessThanOrEqual(12 * kilobyte)
    }
  })

  it('is one island of 10 KB at most, for a form of the public', () => {
    const islands = islandWeights(client)
    expect(islands.map(({ name }) => name)).toContain('form')
    for (const { name, bytes } of islands) expect(bytes, name).toBeLessThanOrEqual(10 * kilobyte)
  })

  it('is 220 KB of script at most, for the desk and the outbox', () => {
    const pages = weights.filter(({ id }) => /^(desk|studio)\//.test(id))
    expect(pages.length).toBeGreaterThan(4)
    for (const { id, js, css } of pages) {
      expect(js, id).toBeGreaterThan(0)
      expect(js, id).toBeLessThanOrEqual(220 * kilobyte)
      expect(css, id).toBeLessThanOrEqual(12 * kilobyte)
    }
  })

  it('is one font of 30 KB at most', () => {
    const font = weightOf(client, /\.woff2$/)
    expect(font).toBeGreaterThan(0)
    expect(font).toBeLessThanOrEqual(30 * kilobyte)
  })
})
