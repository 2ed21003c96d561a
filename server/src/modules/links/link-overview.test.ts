// SPDX-License-Identifier: MIT
import { defineSolution, type Solution } from '@guichet/engine'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { club } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { changeEntry, loadEntry, takeTransition } from '../entries/index.ts'
import {
  type LinkMail,
  linkOverview,
  makeLink,
  type OpenedLink,
  openLink,
  resumeLink,
  revokeLinks,
  sendFromOverview,
} from './index.ts'

const mailbox = { email: 'renards@club.example', name: 'Les Renards' }
const doctor = club.links?.['doctor']
if (!doctor) throw new Error('the club has links for doctors')

/** The club, where a doctor is told of all that the same team holds. */
const listing: Solution = defineSolution({
  ...club,
  links: { ...club.links, doctor: { ...doctor, overview: true } },
})

let tenant: TestTenant
let foxes: string
let wolves: string
let mails: LinkMail[]

beforeAll(async () => {
  tenant = await aTenant({ solutions: [listing] })
  foxes = await tenant.organisation('Les Renards')
  wolves = await tenant.organisation('Les Loups')
})
beforeEach(() => (mails = []))
afterAll(() => tenant.close())

const sendMail = async (_: unknown, mail: LinkMail) => mails.push(mail)
const titles = async (opened: OpenedLink) =>
  (await linkOverview(tenant.nobody, opened)).map(({ title }) => title)

async function aLicence(playerName: string, team = foxes): Promise<string> {
  tenant.clock.advance(60_000)
  return tenant.entry('club.licence', { playerName, team, health: 'Asthme' })
}

async function aLink(entryId: string, more: { email?: string; purpose?: string } = {}): Promise<OpenedLink> {
  const made = await tenant.platform.db
    .transaction()
    .execute((tx) => makeLink(tx, tenant.system, { purpose: 'club.doctor', entryId, ...mailbox, ...more }))
  const opened = await openLink(tenant.nobody, made.url.slice(made.url.lastIndexOf('/') + 1))
  return opened.ok ? opened : expect.fail('the link was refused')
}

async function versionOf(id: string): Promise<number> {
  const entry = await loadEntry(tenant.platform.db, tenant.system, id)
  return entry ? entry.version : expect.fail('the entry is gone')
}

describe('the list behind a link', () => {
  it('holds what the same body has now and was sent to the same mailbox, oldest first', async () => {
    const [first, second] = [await aLicence('Élise Courrière'), await aLicence('Huguette Sicard')]
    const [other, unsent] = [await aLicence('Georges Lantier', wolves), await aLicence('Ana Roux')]
    const opened = await aLink(first)
    await aLink(second)
    await aLink(other)
    await aLink(unsent, { email: 'autre@club.example' })
    expect(await titles(opened)).toEqual(['Licence de Élise Courrière', 'Licence de Huguette Sicard'])
    const [own, next] = await linkOverview(tenant.nobody, opened)
    expect(own).toMatchObject({ isThisOne: true, state: { key: 'asked' } })
    expect(next).toMatchObject({ isThisOne: false })
    expect(JSON.stringify(next)).not.toMatch(/Asthme|club\.example/)
  })

  it('loses what went elsewhere, was closed, or whose link was revoked or has expired', async () => {
    const opened = await aLink(await aLicence('Un'))
    const [moved, refused, revoked] = [
      await aLicence('Deux'),
      await aLicence('Trois'),
      await aLicence('Quatre'),
    ]
    for (const id of [moved, refused, revoked]) await aLink(id)
    expect(await titles(opened)).toEqual(expect.arrayContaining(['Licence de Deux', 'Licence de Trois']))
    await changeEntry(tenant.system, { id: moved, version: await versionOf(moved), values: { team: wolves } })
    await takeTransition(tenant.system, {
      id: refused,
      version: await versionOf(refused),
      key: 'refuse',
      reason: 'Incomplet.',
    })
    await tenant.platform.db
      .transaction()
      .execute((tx) => revokeLinks(tx, tenant.system, { entryId: revoked, reason: 'rendu' }))
    const left = await titles(opened)
    for (const name of ['Deux', 'Trois', 'Quatre']) expect(left).not.toContain(`Licence de ${name}`)
    tenant.clock.advance(400 * 86_400_000)
    expect(await titles(opened)).toEqual([])
  })

  it('is refused to a link whose purpose does not give it', async () => {
    const opened = await aLink(await aLicence('Un'), { purpose: 'club.player' })
    expect(opened.overview).toBe(false)
    await expect(linkOverview(tenant.nobody, opened)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(sendFromOverview(tenant.nobody, opened, opened.link.id, sendMail)).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })

  it('opens nothing by itself: each entry takes the session of its own link', async () => {
    const opened = await aLink(await aLicence('Un'))
    const second = await aLink(await aLicence('Deux'))
    const headers = new Headers({ cookie: 'guichet.link=nothing' })
    expect(await resumeLink(tenant.nobody, { linkId: second.link.id, headers })).toMatchObject({ ok: false })
    expect((await linkOverview(tenant.nobody, opened)).map(({ path }) => path)).toContain(second.link.path)
  })

  it('sends another link to the same mailbox, and leaves the one that works', async () => {
    const opened = await aLink(await aLicence('Un'))
    const second = await aLink(await aLicence('Cinq'))
    await sendFromOverview(tenant.nobody, opened, second.link.id, sendMail)
    expect(mails).toMatchObject([{ to: mailbox, entry: { id: second.entryId } }])
    const url = mails[0]?.button.url ?? ''
    expect(await openLink(tenant.nobody, url.slice(url.lastIndexOf('/') + 1))).toMatchObject({
      ok: true,
      entryId: second.entryId,
    })
    expect(await titles(second)).toContain('Licence de Cinq')
    // Asked again at once: the mailbox is not flooded.
    const [again] = (await linkOverview(tenant.nobody, opened)).filter(
      ({ title }) => title === 'Licence de Cinq',
    )
    await sendFromOverview(tenant.nobody, opened, again?.linkId ?? '', sendMail)
    expect(mails).toHaveLength(1)
  })

  it('sends no link on what is not in it', async () => {
    const opened = await aLink(await aLicence('Un'))
    const elsewhere = await aLink(await aLicence('Deux', wolves))
    for (const linkId of [elsewhere.link.id, '00000000-0000-0000-0000-000000000000']) {
      await expect(sendFromOverview(tenant.nobody, opened, linkId, sendMail)).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    expect(mails).toEqual([])
  })
})
