// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { always } from '../condition/condition.ts'
import { flow as flowSchema, type Flow, type Step } from './flow.ts'
import { allSteps, firstStep, nextStep, stepAt, triggered, type Branch } from './traverse.ts'

const end = (key: string): Step => ({ kind: 'end', key })
const number = (key: string): Step => ({ kind: 'set-number', key })
const condition = (key: string, then: Step[], otherwise?: Step[]): Step => ({
  kind: 'condition',
  key,
  when: always,
  then,
  otherwise,
})

const flow: Flow = {
  title: { fr: 'Essai', en: 'Trial' },
  on: { kind: 'entry-created', collection: 'loan' },
  steps: [
    number('a'),
    condition('b', [number('b1'), condition('b2', [number('b2a')], [number('b2b')])], [number('b3')]),
    condition('c', [end('c1')]),
    number('d'),
  ],
}

const path = (choices: Record<string, Branch>): string[] => {
  const keys: string[] = []
  for (
    let step: Step | undefined = firstStep(flow);
    step;
    step = nextStep(flow, step.key, choices[step.key])
  ) {
    keys.push(step.key)
  }
  return keys
}

describe('going through a flow', () => {
  it.each([
    [{ b: 'then', b2: 'then', c: 'otherwise' }, 'a b b1 b2 b2a c d'],
    [{ b: 'then', b2: 'otherwise', c: 'otherwise' }, 'a b b1 b2 b2b c d'],
    [{ b: 'otherwise', c: 'otherwise' }, 'a b b3 c d'],
    [{ b: 'otherwise', c: 'then' }, 'a b b3 c c1'],
  ] as const)('with the branches %j visits %s', (choices, visited) => {
    expect(path(choices).join(' ')).toBe(visited)
  })

  it('goes on after a condition whose branch is empty', () => {
    expect(nextStep(flow, 'c', 'otherwise')?.key).toBe('d')
  })

  it('stops at an end, and at a step it does not have', () => {
    expect(nextStep(flow, 'c1')).toBeUndefined()
    expect(nextStep(flow, 'unknown')).toBeUndefined()
  })

  it('finds a step at any depth', () => {
    expect(stepAt(flow, 'b2b')?.key).toBe('b2b')
    expect(stepAt(flow, 'unknown')).toBeUndefined()
    expect(allSteps(flow.steps)).toHaveLength(10)
  })

  it('is accepted by the schema, branches in branches', () => {
    expect(flowSchema.safeParse(flow).success).toBe(true)
  })

  it('is refused by the schema with a step of no known kind, at its place', () => {
    const broken = { ...flow, steps: [condition('b', [{ kind: 'dance', key: 'x' } as unknown as Step])] }
    expect(flowSchema.safeParse(broken).error?.issues[0]?.path).toEqual(['steps', 0, 'then', 0, 'kind'])
  })
})

describe('starting a flow', () => {
  const on = (trigger: Flow['on']): Flow => ({ ...flow, on: trigger })
  const moved = { kind: 'entry-moved', collection: 'loan', transition: 'lend' } as const
  const changed = { kind: 'entry-changed', collection: 'loan', fields: ['weeks', 'book'] } as const

  it.each([
    [
      { kind: 'entry-created', collection: 'loan' },
      { kind: 'entry-created', collection: 'loan' },
    ],
    [{ kind: 'entry-moved', collection: 'loan' }, moved],
    [{ kind: 'entry-moved', collection: 'loan', transitions: ['close', 'lend'] }, moved],
    [{ kind: 'entry-changed', collection: 'loan' }, changed],
    [{ kind: 'entry-changed', collection: 'loan', fields: ['book'] }, changed],
    [
      { kind: 'message-posted', collection: 'loan' },
      { kind: 'message-posted', collection: 'loan' },
    ],
    [
      { kind: 'task-done', collection: 'loan', task: 'call' },
      { kind: 'task-done', collection: 'loan', task: 'call' },
    ],
  ] as const)('happens on %j when the fact is %j', (trigger, fact) => {
    expect(triggered(on(structuredClone(trigger) as Flow['on']), fact)).toBe(true)
  })

  it.each([
    [
      { kind: 'entry-created', collection: 'reader' },
      { kind: 'entry-created', collection: 'loan' },
    ],
    [{ kind: 'entry-created', collection: 'loan' }, moved],
    [{ kind: 'entry-moved', collection: 'loan', transitions: ['close'] }, moved],
    [{ kind: 'entry-changed', collection: 'loan', fields: ['kind'] }, changed],
    [
      { kind: 'task-done', collection: 'loan', task: 'call' },
      { kind: 'task-done', collection: 'loan', task: 'write' },
    ],
  ] as const)('does not happen on %j when the fact is %j', (trigger, fact) => {
    expect(triggered(on(structuredClone(trigger) as Flow['on']), fact)).toBe(false)
  })
})
