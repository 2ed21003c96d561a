// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { viewEntry } from '../entries/index.ts'
import { type LinkMail, makeLink, openLink, revokeLinks, sendLinkAgain } from './index.ts'

const elise = { email: 'elise@courriel.example', name: 'Élise Courrière' }

let club: TestTenant
let mails: LinkMail[]

beforeAll(async () => {
  club = await aTenant()
})
beforeEach(() => (mails = []))
afterAll(() => club.close())

const sendMail = async (_: unknown, mail: LinkMail) => mails.push(mail)
const ask = (number: string, email: string) => sendLinkAgain(club.nobody, { number, email }, sendMail)

async function aFollowedLicence(
  purpose = 'club.player',
): Promise<{ id: string; number: string; token: string }> {
  const id = await club.entry('club.licence', { playerName: elise.name, playerEmail: elise.email })
  const { url } = await club.platform.db
    .transaction()
    .execute((tx) => makeLink(tx, club.system, { purpose, entryId: id, ...elise }))
  const { number } = await viewEntry(club.system, id)
  return { id, number: number ?? expect.fail('no number'), token: url.slice(url.lastIndexOf('/') + 1) }
}

describe('asking for the link of a request again', () => {
  it('mails a link that opens it, to the mailbox of the first one', async () => {
    const licence = await aFollowedLicence()
    await ask(licence.number, elise.email)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.to).toEqual(elise)
    const token = mails[0]?.button.url.split('/').at(-1) ?? ''
    expect(await openLink(club.nobody, token)).toMatchObject({ ok: true, entryId: licence.id })
  })

  it('understands the number as people copy it', async () => {
    const { number } = await aFollowedLicence()
    await ask(` ${number.toLowerCase().replaceAll('-', '\u2011')} `, elise.email.toUpperCase())
    expect(mails).toHaveLength(1)
  })

  it('sends nothing, and answers the same, for an unknown number or another mailbox', async () => {
    const { number } = await aFollowedLicence()
    expect(await ask('LIC-0000-00000', elise.email)).toBeUndefined()
    expect(await ask(number, 'somebody@else.example')).toBeUndefined()
    expect(mails).toEqual([])
  })

  it('is not for the links of those who handle it', async () => {
    const { number } = await aFollowedLicence('club.doctor')
    await ask(number, elise.email)
    expect(mails).toEqual([])
  })

  it('is over once the body has revoked the link', async () => {
    const { id, number } = await aFollowedLicence()
    await club.platform.db
      .transaction()
      .execute((tx) => revokeLinks(tx, club.system, { entryId: id, purpose: 'club.player', reason: 'error' }))
    await ask(number, elise.email)
    expect(mails).toEqual([])
  })

  it('writes once to who asks twice', async () => {
    const { number } = await aFollowedLicence()
    await ask(number, elise.email)
    club.clock.advance(60_000)
    await ask(number, elise.email)
    expect(mails).toHaveLength(1)
  })
})
