// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import type { Solution } from '../solution/solution.ts'
import type { Step } from './flow.ts'
import { numberedByFlow } from './numbered-by-flow.ts'

// Only flows are looked at.
function withSteps(...steps: Step[]): Solution {
  const on = { kind: 'entry-created', collection: 'licence' }
  return { flows: { number: { title: { fr: 'Numéroter', en: 'Number' }, on, steps } } } as unknown as Solution
}

const number: Step = { kind: 'set-number', key: 'number' }
const end: Step = { kind: 'end', key: 'end' }

it('is numbered by its flow, even inside a branch', () => {
  expect(numberedByFlow(withSteps(number), 'licence')).toBe(true)
  const when = { kind: 'all' as const, parts: [] }
  expect(numberedByFlow(withSteps({ kind: 'condition', key: 'c', when, then: [number] }), 'licence')).toBe(
    true,
  )
})

it('is numbered on creation when no flow of that collection does it', () => {
  expect(numberedByFlow(withSteps(end), 'licence')).toBe(false)
  expect(numberedByFlow(withSteps(number), 'team')).toBe(false)
  expect(numberedByFlow({} as Solution, 'licence')).toBe(false)
})
