// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { actorPaths } from './actor-paths.ts'
import { all, any, compare, compareActor, compareToday, exists, not } from './condition.ts'

it('finds where a condition looks at who acts, however deep', () => {
  const condition = any(
    compareActor('owner', 'eq', 'me'),
    not(exists('tutoring[trainee]', all(compareActor('master', 'eq', 'me'), compareToday('endsOn', 'gte')))),
    exists('branch.manager', compareActor('id', 'eq', 'me')),
    all(compareActor('branch', 'eq', 'my.organisations')),
  )
  expect(actorPaths(condition)).toEqual([
    { path: 'owner', attribute: 'me' },
    { path: 'tutoring[trainee].master', attribute: 'me' },
    { path: 'branch.manager', attribute: 'me' },
    { path: 'branch', attribute: 'my.organisations' },
  ])
})

it('finds none in what says the same of everybody', () => {
  expect(actorPaths(all(compare('state', 'eq', 'asked'), compareToday('dueOn', 'lt')))).toEqual([])
})
