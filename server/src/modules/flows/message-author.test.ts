// SPDX-License-Identifier: MIT
import type { Actor } from '@guichet/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { makeLink } from '../links/index.ts'
import { postMessage } from '../messages/index.ts'
import { listMails } from '../notifications/index.ts'
import { created, publishFlows } from './flows.fixture.ts'

type Person = Extract<Actor, { kind: 'person' }>

let tenant: TestTenant
let team: string
let zoe: Person
let lila: Person
beforeAll(async () => {
  tenant = await aTenant()
  team = await tenant.organisation('Les Rouges')
  zoe = await tenant.person('Zoé Bureau', { secretary: team })
  lila = await tenant.person('Lila Benhaddou')
  await publishFlows(tenant, {
    receipt: {
      on: created,
      steps: [{ kind: 'notify', key: 'tell', to: { kind: 'applicant' }, mail: 'receipt' }],
    },
    discussion: {
      on: { kind: 'message-posted', collection: 'licence' },
      steps: [
        { kind: 'notify', key: 'player', to: { kind: 'applicant' }, mail: 'receipt' },
        { kind: 'notify', key: 'office', to: { kind: 'role', role: 'secretary' }, mail: 'to-team' },
        { kind: 'notify', key: 'team', to: { kind: 'path', path: 'team' }, mail: 'to-team' },
      ],
    },
  })
})
afterAll(() => tenant.close())

const player = 'lila.chez.elle@plassans.example'
const redTeam = 'les.rouges@plassans.example'
const office = 'zoe.bureau@plassans.example'

/** A licence that is answered at another mailbox than that of the account that filed it. */
async function aLicence(): Promise<string> {
  const values = { playerName: 'Lila', playerEmail: player, team }
  const id = await tenant.entry('club.licence', values, lila.personId)
  await settle(tenant.platform)
  return id
}

async function told(licence: string): Promise<string[]> {
  return (await listMails(tenant.system, { entryId: licence })).rows
    .map(({ to }) => to.email ?? '')
    .toSorted()
}

/** Whom a message of somebody is mailed to. */
async function toldWhenWrites(writer: Actor, licence: string): Promise<string[]> {
  const before = await told(licence)
  await postMessage(tenant.as(writer), { entryId: licence, body: 'Bonjour' })
  await settle(tenant.platform)
  const after = await told(licence)
  for (const email of before) after.splice(after.indexOf(email), 1)
  return after
}

/** The bearer of a link to a licence. */
async function bearerOf(entryId: string, email: string): Promise<Actor> {
  const purpose = 'club.player'
  const made = await tenant.platform.db
    .transaction()
    .execute((tx) => makeLink(tx, tenant.system, { entryId, purpose, email, name: 'Lila' }))
  return { kind: 'link', linkId: made.id, purpose, entryId, email, name: 'Lila', locale: 'fr' }
}

describe('a message', () => {
  it.each<[string, (licence: string) => Actor | Promise<Actor>, string[]]>([
    ['somebody of the office', () => zoe, [redTeam, player]],
    ['the applicant, from an account with another mailbox', () => lila, [redTeam, office]],
    ['the applicant, by a link', (licence) => bearerOf(licence, player.toUpperCase()), [redTeam, office]],
    ['the team, by a link', (licence) => bearerOf(licence, redTeam), [player, office]],
    ['the body itself', () => tenant.system.actor, [redTeam, player, office]],
  ])('of %s is told to the others only', async (_, writer, others) => {
    const licence = await aLicence()
    expect(await toldWhenWrites(await writer(licence), licence)).toEqual(others.toSorted())
  })
})

it('sends who filed the receipt of what they did themselves', async () => {
  expect(await told(await aLicence())).toEqual([player])
})
