// SPDX-License-Identifier: MIT
import {
  all,
  any,
  compare,
  compareActor,
  type Condition,
  exists,
  type Grant,
  type Grantee,
  not,
} from '@guichet/engine'
import * as fc from 'fast-check'

/** Fields of a licence of the club that rules may show or hide. */
export const shownFields = ['playerName', 'level', 'fee', 'motive', 'health', 'team', 'certificate'] as const

const someone = fc.constantFrom<Grantee>(
  { kind: 'everyone' },
  { kind: 'signed-in' },
  { kind: 'owner' },
  { kind: 'role', role: 'secretary' },
  { kind: 'role', role: 'coach' },
  { kind: 'role-at', role: 'coach', at: 'team' },
  { kind: 'relation', path: 'team.captain' },
  { kind: 'relation', path: 'team.membership[team].person' },
  { kind: 'link', purpose: 'player' },
)

const leaf = fc.constantFrom<Condition>(
  compare('level', 'eq', 'expert'),
  compare('fee', 'filled'),
  compare('fee', 'gte', 200),
  compare('state', 'ne', 'asked'),
  compare('team', 'empty'),
  compare('team.name', 'eq', 'Les Renards'),
  compare('team.captain', 'filled'),
  compare('health', 'empty'),
  compareActor('team', 'eq', 'my.organisations'),
  compareActor('team.captain', 'eq', 'me'),
  exists('team.membership[team]', compareActor('person', 'eq', 'me')),
)

const rows = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: leaf.map(not) },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf).map(([one, other]) => all(one, not(other))) },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf).map(([one, other]) => any(one, other)) },
)

const actions = fc.subarray<'list' | 'read' | 'history'>(['list', 'read', 'history'], { minLength: 1 })
const fields = fc.option(fc.subarray([...shownFields]), { nil: undefined })

const aGrant: fc.Arbitrary<Grant> = fc
  .record({ who: someone, may: actions, where: rows, read: fields })
  .map(({ who, may, where, read }) => ({
    who,
    may,
    on: 'licence',
    ...(where && { where }),
    ...(read && { fields: { read } }),
  }))

/** The rules of a body on its licences: none, or up to six. */
export const someRules: fc.Arbitrary<readonly Grant[]> = fc.array(aGrant, { maxLength: 6 })
