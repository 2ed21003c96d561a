// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actingAs, type Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { deleteEntry, entryHistory, listEntries, takeTransition, viewEntry } from '../entries/index.ts'
import type { LinksTables } from './links.tables.ts'
import {
  type LinkMail,
  listLinks,
  type MadeLink,
  makeLink,
  type NewLink,
  openLink,
  renewLink,
  resumeLink,
  revokeLink,
  revokeLinks,
} from './index.ts'

const day = 24 * 3_600_000
const elise = { email: 'elise@courriel.example', name: 'Élise Courrière' }

let club: TestTenant
let secretary: Context
let coach: Context
let mails: LinkMail[]

beforeAll(async () => {
  club = await aTenant()
  const office = await club.organisation('Bureau')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  coach = club.as(await club.person('Julien Mouret', { coach: office }))
})
beforeEach(() => (mails = []))
afterAll(() => club.close())

const sendMail = async (_: unknown, mail: LinkMail) => mails.push(mail)

function aLicence(): Promise<string> {
  return club.entry('club.licence', { playerName: elise.name, playerEmail: elise.email, level: 'beginner' })
}

function aLink(entryId: string, link: Partial<NewLink> = {}): Promise<MadeLink> {
  return club.platform.db
    .transaction()
    .execute((tx) => makeLink(tx, club.system, { purpose: 'club.player', entryId, ...elise, ...link }))
}

const tokenOf = ({ url }: { url: string }): string => url.slice(url.lastIndexOf('/') + 1)
const lastMail = (): LinkMail => mails.at(-1) ?? expect.fail('no mail was sent')
const open = (link: { url: string }) => openLink(club.nobody, tokenOf(link))
const renew = (link: { url: string }) => renewLink(club.nobody, tokenOf(link), sendMail)

async function aSession(link: MadeLink): Promise<{ linkId: string; headers: Headers }> {
  const opened = await open(link)
  if (!opened.ok) return expect.fail('the link was refused')
  const cookie = opened.setCookie.split(';')[0] ?? ''
  return { linkId: link.id, headers: new Headers({ cookie: `guichet.session_token=other; ${cookie}` }) }
}

async function kindsOf(entryId: string): Promise<string[]> {
  return (await entryHistory(secretary, entryId)).map(({ kind }) => kind)
}

describe('a link that works', () => {
  it('makes its bearer an actor with what its purpose grants, on its entry only', async () => {
    const [licence, other] = [await aLicence(), await aLicence()]
    const opened = await open(await aLink(licence))
    expect(opened).toMatchObject({ ok: true, entryId: licence, collection: 'club.licence', opens: 'request' })
    if (!opened.ok) return
    const bearer = actingAs(club.platform, opened.actor)
    expect(await viewEntry(bearer, licence)).toMatchObject({ id: licence })
    await expect(viewEntry(bearer, other)).rejects.toMatchObject({ code: 'not-found' })
    await expect(listEntries(bearer, { collection: 'club.licence' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(
      takeTransition(bearer, { id: licence, version: 1, key: 'refuse', reason: 'non' }),
    ).rejects.toMatchObject({ code: 'transition-refused' })
  })

  it('gives the purpose’s own rights: the doctor sees other fields than the player', async () => {
    const licence = await aLicence()
    const opened = await open(await aLink(licence, { purpose: 'club.doctor' }))
    if (!opened.ok) return expect.fail('refused')
    expect(opened.opens).toBe('work')
    const seen = await viewEntry(actingAs(club.platform, opened.actor), licence)
    expect(JSON.stringify(seen)).not.toContain(elise.email)
  })

  it('has an address of 32 random bytes that the database does not know', async () => {
    const made = await aLink(await aLicence())
    expect(made.url).toMatch(/^http:\/\/localhost:3000\/lien\/[\w-]{43}$/)
    const kept = await club.platform.db
      .withTables<LinksTables>()
      .selectFrom('access_links')
      .selectAll()
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(kept.token_hash).toHaveLength(32)
    expect(Object.values(kept).map(String)).not.toContain(tokenOf(made))
  })

  it('lasts as long as its purpose says, and not a moment more', async () => {
    const town = await aTenant()
    const licence = await town.entry('club.licence', { playerName: 'A', playerEmail: 'a@b.example' })
    const made = await town.platform.db
      .transaction()
      .execute((tx) => makeLink(tx, town.system, { purpose: 'club.doctor', entryId: licence, ...elise }))
    town.clock.advance(15 * day - 1)
    expect(await openLink(town.nobody, tokenOf(made))).toMatchObject({ ok: true })
    town.clock.advance(1)
    expect(await openLink(town.nobody, tokenOf(made))).toEqual({
      ok: false,
      reason: 'expired',
      renewable: true,
    })
    await town.close()
  })

  it('is logged each time it is opened, in the name of its bearer', async () => {
    const licence = await aLicence()
    const link = await aLink(licence)
    await open(link)
    await open(link)
    expect((await kindsOf(licence)).filter((kind) => kind === 'link.opened')).toHaveLength(2)
    expect(await listLinks(secretary, licence)).toMatchObject([
      { openedCount: 2, lastOpenedAt: club.clock.now() },
    ])
  })

  it('is not made when the transaction that mails it fails', async () => {
    const licence = await aLicence()
    const failing = club.platform.db.transaction().execute(async (tx) => {
      await makeLink(tx, club.system, { purpose: 'club.player', entryId: licence, ...elise })
      throw new Error('the mail could not be written')
    })
    await expect(failing).rejects.toThrow('could not be written')
    expect(await listLinks(secretary, licence)).toEqual([])
  })
})

describe('a link that is refused', () => {
  const unknown = { ok: false, reason: 'unknown', renewable: false }

  it.each([
    ['of nobody', 'A'.repeat(43)],
    ['empty', ''],
    ['that is an id', '019a5b7e-0000-7000-8000-000000000000'],
    ['that holds SQL', "' or 1=1 --"],
  ])('is a token %s', async (_, token) => {
    expect(await openLink(club.nobody, token)).toEqual(unknown)
  })

  it('is one that was revoked, at once and with no way to renew it', async () => {
    const licence = await aLicence()
    const link = await aLink(licence)
    const session = await aSession(link)
    await revokeLink(secretary, { linkId: link.id, reason: 'Erreur d’adresse' })
    const refused = { ok: false, reason: 'revoked', renewable: false }
    expect(await open(link)).toEqual(refused)
    expect(await resumeLink(club.nobody, session)).toEqual(refused)
    await renew(link)
    expect(mails).toEqual([])
  })

  it('is one whose entry was deleted, of which nothing is told', async () => {
    const licence = await aLicence()
    const link = await aLink(licence)
    await deleteEntry(secretary, { id: licence, version: 1 })
    expect(await open(link)).toEqual(unknown)
  })

  it.each(['club.nobody', 'player', 'library.reader'])(
    'is not even made for the purpose %s',
    async (purpose) => {
      const licence = await aLicence()
      await expect(aLink(licence, { purpose })).rejects.toThrow(purpose)
    },
  )
})

describe('the session of a link', () => {
  it('is a cookie that only the pages of this link receive, and no script', async () => {
    const link = await aLink(await aLicence())
    const opened = await open(link)
    expect(opened).toMatchObject({ ok: true, link: { path: `/lien/${link.id}` } })
    expect(opened.ok && opened.setCookie).toBe(
      `guichet.link=${tokenOf(link)}; Max-Age=28800; Path=/lien/${link.id}; HttpOnly; SameSite=Lax`,
    )
  })

  it('goes on from page to page without counting as an opening', async () => {
    const licence = await aLicence()
    const session = await aSession(await aLink(licence))
    expect(await resumeLink(club.nobody, session)).toMatchObject({ ok: true, entryId: licence })
    expect(await listLinks(secretary, licence)).toMatchObject([{ openedCount: 1 }])
  })

  it('stands beside another link of the same browser, each under its path', async () => {
    const [one, two] = [await aLicence(), await aLicence()]
    const [first, second] = [await aSession(await aLink(one)), await aSession(await aLink(two))]
    expect(await resumeLink(club.nobody, first)).toMatchObject({ entryId: one })
    expect(await resumeLink(club.nobody, second)).toMatchObject({ entryId: two })
  })

  it('is refused under the path of another link, although the token is good', async () => {
    const [first, second] = [await aSession(await aLink(await aLicence())), await aLink(await aLicence())]
    const crossed = await resumeLink(club.nobody, { linkId: second.id, headers: first.headers })
    expect(crossed).toEqual({ ok: false, reason: 'unknown', renewable: false })
  })

  it.each([
    ['no cookie', ''],
    ['the cookie of an account only', 'guichet.session_token=abc.def'],
    ['a cookie that was cut', 'guichet.link=abc'],
  ])('is unknown with %s', async (_, cookie) => {
    const link = await aLink(await aLicence())
    const resumed = await resumeLink(club.nobody, { linkId: link.id, headers: new Headers({ cookie }) })
    expect(resumed).toMatchObject({ ok: false, reason: 'unknown' })
  })

  it('never lasts longer than the link', async () => {
    const town = await aTenant()
    const licence = await town.entry('club.licence', { playerName: 'A', playerEmail: 'a@b.example' })
    const made = await town.platform.db
      .transaction()
      .execute((tx) => makeLink(tx, town.system, { purpose: 'club.player', entryId: licence, ...elise }))
    town.clock.advance(30 * day - 60_000)
    const opened = await openLink(town.nobody, tokenOf(made))
    expect(opened.ok && opened.setCookie).toContain('Max-Age=60;')
    await town.close()
  })
})

describe('renewing from the page of an expired link', () => {
  /** Expired, on a body of its own whose clock may run. */
  async function anExpired() {
    const town = await aTenant()
    const licence = await town.entry('club.licence', { playerName: 'A', playerEmail: 'a@b.example' })
    const link = await town.platform.db
      .transaction()
      .execute((tx) => makeLink(tx, town.system, { purpose: 'club.player', entryId: licence, ...elise }))
    town.clock.advance(31 * day)
    return {
      town,
      licence,
      link,
      ask: (of: { url: string }) => renewLink(town.nobody, tokenOf(of), sendMail),
    }
  }

  it('sends a new link to the same mailbox, revokes the old one and is told by the history', async () => {
    const { town, licence, link, ask } = await anExpired()
    expect(await ask(link)).toBeUndefined()
    expect(mails).toHaveLength(1)
    expect(lastMail()).toMatchObject({ to: elise, entry: { id: licence } })
    expect(lastMail().subject).toMatch(/LIC-2026-00001$/)
    expect(await openLink(town.nobody, tokenOf(lastMail().button))).toMatchObject({
      ok: true,
      entryId: licence,
    })
    expect(await openLink(town.nobody, tokenOf(link))).toEqual({
      ok: false,
      reason: 'revoked',
      renewable: true,
    })
    expect(await listLinks(town.system, licence)).toMatchObject([
      { state: 'works', madeBy: { kind: 'link', name: elise.name } },
      { state: 'revoked', revokedReason: 'renewed' },
    ])
    await town.close()
  })

  it('sends one mail however often it is asked within ten minutes, and five in a day', async () => {
    const { town, link, ask } = await anExpired()
    await Promise.all([ask(link), ask(link), ask(link)])
    expect(mails).toHaveLength(1)
    const sentAfter = async (minutes: number) => {
      town.clock.advance(minutes * 60_000)
      await ask(link)
      return mails.length
    }
    expect(await sentAfter(9)).toBe(1)
    expect(await sentAfter(1)).toBe(2)
    expect([await sentAfter(20), await sentAfter(20), await sentAfter(20), await sentAfter(20)]).toEqual([
      3, 4, 5, 5,
    ])
    expect(await sentAfter(24 * 60)).toBe(6)
    await town.close()
  })

  it('does not end the links sent before: an old link cannot be used to shut its owner out', async () => {
    const { town, link, ask } = await anExpired()
    await ask(link)
    const first = lastMail().button
    town.clock.advance(60 * 60_000)
    await ask(link)
    expect(mails).toHaveLength(2)
    expect(await openLink(town.nobody, tokenOf(first))).toMatchObject({ ok: true })
    await town.close()
  })

  it.each([
    ['still works', async (licence: string) => aLink(licence)],
    ['does not exist', async () => ({ url: `http://localhost:3000/lien/${'B'.repeat(43)}` })],
    [
      'opens an entry that was deleted',
      async (licence: string) => {
        const link = await aLink(licence)
        await deleteEntry(secretary, { id: licence, version: 1 })
        return link
      },
    ],
  ])('answers the same and sends nothing when the link %s', async (_, make) => {
    expect(await renew(await make(await aLicence()))).toBeUndefined()
    expect(mails).toEqual([])
  })
})

describe('the links of an entry', () => {
  it('are listed with who made them and what became of them, to whoever may share it', async () => {
    const licence = await aLicence()
    const link = await aLink(licence)
    expect(await listLinks(secretary, licence)).toEqual([
      {
        id: link.id,
        purpose: 'club.player',
        title: { fr: 'Suivi de la licence', en: 'Licence follow-up' },
        ...elise,
        state: 'works',
        madeBy: { kind: 'system', id: null, name: null },
        createdAt: club.clock.now(),
        expiresAt: new Date(club.clock.now().getTime() + 30 * day),
        revokedAt: null,
        revokedReason: null,
        lastOpenedAt: null,
        openedCount: 0,
      },
    ])
  })

  it('are hidden from whoever may not read the entry, and from its bearer', async () => {
    const licence = await aLicence()
    const opened = await open(await aLink(licence))
    await expect(listLinks(coach, licence)).rejects.toMatchObject({ code: 'not-found' })
    await expect(listLinks(club.nobody, licence)).rejects.toMatchObject({ code: 'not-found' })
    const bearer = opened.ok ? actingAs(club.platform, opened.actor) : expect.fail('refused')
    await expect(listLinks(bearer, licence)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('are revoked one by one only by whoever may share it', async () => {
    const licence = await aLicence()
    const link = await aLink(licence)
    const chosen = { linkId: link.id, reason: 'Erreur' }
    await expect(revokeLink(coach, chosen)).rejects.toMatchObject({ code: 'not-found' })
    await expect(revokeLink(secretary, { ...chosen, linkId: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await revokeLink(secretary, chosen)).toBe(true)
    expect(await revokeLink(secretary, chosen)).toBe(false)
    expect(await kindsOf(licence)).toContain('link.revoked')
  })

  it('are revoked together by purpose, the others being left', async () => {
    const licence = await aLicence()
    const doctor = { purpose: 'club.doctor' }
    const [player] = [await aLink(licence), await aLink(licence, doctor), await aLink(licence, doctor)]
    const revoked = club.platform.db
      .transaction()
      .execute((tx) => revokeLinks(tx, club.system, { entryId: licence, ...doctor, reason: 'Avis rendu' }))
    expect(await revoked).toBe(2)
    expect(await open(player)).toMatchObject({ ok: true })
  })
})
