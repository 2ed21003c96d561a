// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiTable } from './api-table.ts'
import { deskTable, studioTable } from './desk-table.ts'
import { pagesOfTheWeb } from './pages-of-the-web.ts'
import { portalTable } from './portal-table.ts'
import type { Row } from './row.ts'
import { type Answer, aWorld, type Who, type World } from './world.ts'

const everyPage = { ...portalTable, ...deskTable, ...studioTable }
const everything = { ...apiTable, ...everyPage }

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** The doors that files and pages stand behind, and what frameworks answer by themselves to `HEAD`. */
const isDoor = (route: string) => /^HEAD |\/\*$/.test(route)

const named = (text: string) =>
  text.replace(/:([a-z]\w*)/gi, (whole, name: string) => world.names[name] ?? whole)

function ask(route: string, row: Row, as: Who): Promise<Answer> {
  const { at, form, ...sent } = row
  const values = form && Object.fromEntries(Object.entries(form).map(([name, value]) => [name, named(value)]))
  const method = route.slice(0, route.indexOf(' '))
  return world.ask({ ...sent, method, url: named(at), as, ...(values && { form: values }) })
}

function outcomeOf({ status, location, body }: Answer): number | string {
  if (status === 200 && body === '[]') return 'empty'
  return status === 302 && /^\/connexion(\?retour=|$)/.test(location) ? 'sign-in' : status
}

/** Asks what the table says, and tells what was answered in its words. */
async function answersTo(table: Readonly<Record<string, Row>>) {
  const told: Record<string, unknown> = {}
  for (const [route, row] of Object.entries(table)) {
    const asked = 'refuses' in row ? (Object.keys(row.refuses) as Who[]) : (['nobody'] as const)
    const outcomes: Record<string, unknown> = {}
    for (const as of asked) outcomes[as] = outcomeOf(await ask(route, row, as))
    told[route] = 'refuses' in row ? outcomes : Number(outcomes['nobody']) < 400
  }
  return told
}

const expected = (table: Readonly<Record<string, Row>>) =>
  Object.fromEntries(
    Object.entries(table).map(([route, row]) => [route, 'refuses' in row ? row.refuses : true]),
  )

describe('the table of refusals', () => {
  it('has every route of the server, and no other', () => {
    const declared = world.routes.filter((route) => !isDoor(route))
    expect(Object.keys(apiTable).toSorted()).toEqual([...new Set(declared)].toSorted())
  })

  it('has every page, its form apart, and no other', () => {
    expect(Object.keys(everyPage).toSorted()).toEqual([...new Set(pagesOfTheWeb())].toSorted())
  })

  it('asks the routes that it names', () => {
    for (const [route, { at }] of Object.entries(everything)) {
      const pattern = route
        .slice(route.indexOf(' ') + 1)
        .replaceAll('.', String.raw`\.`)
        .replace(/:\w+|\*$/g, '[^/]+')
      expect([route, at.replace(/\?.*$/, '')]).toEqual([route, expect.stringMatching(`^${pattern}$`)])
    }
  })
})

describe('who has no business there is refused', () => {
  it.each([
    ['by the API', apiTable],
    ['on the portal', portalTable],
    ['at the desk', deskTable],
    ['in the studio', studioTable],
  ])('as the table says, %s, and nothing happens', async (_, table) => {
    const before = await world.countEvents()
    expect(await answersTo(table)).toEqual(expected(table))
    expect(await world.countEvents()).toBe(before)
  })
})
