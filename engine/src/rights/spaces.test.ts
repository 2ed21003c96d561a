// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import type { Solution } from '../solution/solution.ts'
import { type Actor, nobody, system } from './actor.ts'
import { spacesOf } from './spaces.ts'

const text = { fr: 'Rôle', en: 'Role' }
// Only the roles of a solution are looked at.
const solutions = [
  {
    key: 'club',
    roles: {
      coach: { title: text, space: 'desk' },
      steward: { title: text, space: 'studio' },
      member: { title: text },
    },
  },
  { key: 'library', roles: { steward: { title: text, space: 'desk' } } },
] as unknown as Solution[]

function person(...roles: string[]): Actor {
  return {
    kind: 'person',
    personId: 'p1',
    name: 'Aïcha Morel',
    email: 'aicha@club.example',
    locale: 'fr',
    roles: roles.map((role) => ({ role, organisation: 'o1' })),
  }
}

it.each<[string, Actor, string[]]>([
  ['a coach to the desk', person('club.coach'), ['desk', 'portal']],
  ['a steward to the studio', person('club.steward'), ['portal', 'studio']],
  ['somebody of two roles to both', person('club.coach', 'club.steward'), ['desk', 'portal', 'studio']],
  [
    'a role of the same name in another solution to what it opens there',
    person('library.steward'),
    ['desk', 'portal'],
  ],
  ['a role without a space nowhere else', person('club.member'), ['portal']],
  ['an unknown role nowhere else', person('club.president'), ['portal']],
  ['nobody nowhere else', nobody(), ['portal']],
  ['the system nowhere else: it needs no screen', system, ['portal']],
])('leads %s', (_, actor, spaces) => {
  expect([...spacesOf(solutions, actor)].toSorted()).toEqual(spaces)
})
