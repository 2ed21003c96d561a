// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callerOfKey, openAccounts, signIn, useEmailLink } from '../modules/accounts/index.ts'
import { actorOf } from '../modules/people/index.ts'
import { installSolution } from '../modules/definitions/index.ts'
import { systemClock } from '../platform/clock.ts'
import { club as clubSolution } from '../testing/club.ts'
import { aTenant, type TestTenant } from '../testing/tenant.ts'
import { type Desk, commandsOn } from './commands.fixture.ts'

const password = 'une phrase que je retiens'
let club: TestTenant
let desk: Desk
beforeAll(async () => {
  club = await aTenant({ solutions: [] })
  desk = commandsOn(club.url)
})
afterAll(async () => {
  desk.remove()
  await club.close()
})

/** The installation as a server would see it now, by the clock that commands go by. */
const here = () => ({ ...club.platform, clock: systemClock })
const accounts = () => openAccounts(here(), { sessionHours: 1, sendMail: async () => {} })
const client = () => ({ headers: new Headers(), address: '198.51.100.7', locale: 'fr' as const })
const lastEvents = async (count: number) => {
  const { rows } = await sql<{ kind: string; actor_kind: string }>`
    select kind, actor_kind from events order by id desc limit ${count}`.execute(club.platform.db)
  return rows.map(({ kind, actor_kind }) => `${kind} by ${actor_kind}`)
}

describe('an installation without a directory', () => {
  it.each([
    [['account', 'create', '--email', 'a@b.example', '--name', 'Ana Bel']],
    [['account', 'disable', '--email', 'a@b.example']],
    [['key', 'create', '--email', 'a@b.example', '--name', 'x']],
  ])('refuses %j and says what to do', async (argv) => {
    const { output, ok } = await desk.run(...argv)
    expect(ok).toBe(false)
    expect(output).toMatch(/annuaire[\s\S]*directory/)
  })
})

describe('the command line', () => {
  beforeAll(async () => {
    await installSolution(club.system, clubSolution, 'tests')
    club.platform.cache.forgetAll()
  })

  describe('account create', () => {
    const create = (email: string, ...more: string[]) =>
      desk.run('account', 'create', '--email', email, '--name', 'Nadia Benaïssa', ...more)

    it('makes the first administrator of a new installation, their organisation, and a link to sign in', async () => {
      const roles = ['--role', 'club.administrator', '--organisation', 'Bureau']
      const others = ['--role', 'club.secretary', '--organisation', 'bureau']
      const { output, ok } = await create('nadia@plassans.example', ...roles, ...others)
      expect(output).toContain('Le compte de nadia@plassans.example est créé.')
      expect(ok).toBe(true)
      const token = /\/connexion\/lien\/(\S+)$/.exec(output)?.[1] ?? ''
      const signedIn = await useEmailLink(accounts(), client(), token)
      expect(signedIn).toMatchObject({ ok: true })
      const { rows } = await sql<{ id: string; name: string }>`select id, name from data.club_team`.execute(
        club.platform.db,
      )
      expect(rows).toMatchObject([{ name: 'Bureau' }])
      const { rows: people } = await sql<{ person_id: string }>`select person_id from accounts`.execute(
        club.platform.db,
      )
      expect((await actorOf(here(), people[0]?.person_id ?? ''))?.roles).toEqual([
        { role: 'club.administrator', organisation: rows[0]?.id },
        { role: 'club.secretary', organisation: rows[0]?.id },
      ])
    })

    it('takes a password, then gives no link', async () => {
      const { output } = await create('julien@plassans.example', '--password', password)
      expect(output).not.toContain('/connexion/')
      expect(
        await signIn(accounts(), client(), { email: 'julien@plassans.example', password }),
      ).toMatchObject({
        ok: true,
      })
    })

    it.each([
      ['somebody who has one', 'nadia@plassans.example', [], 'has an account already'],
      ['what is no mailbox', 'nadia', [], 'not an e-mail address'],
      ['a short password', 'new@plassans.example', ['--password', 'abc'], 'at least 12'],
      [
        'an unknown role',
        'new@plassans.example',
        ['--role', 'club.king', '--organisation', 'X'],
        'club.coach',
      ],
      ['a role held nowhere', 'new@plassans.example', ['--role', 'club.coach'], '--organisation'],
      ['an organisation without a role', 'new@plassans.example', ['--organisation', 'X'], '--role'],
    ])('refuses %s, and makes nothing', async (_, email, more, reason) => {
      const { output, ok } = await create(email, ...more)
      expect(ok).toBe(false)
      expect(output).toContain(reason)
      const { rows } = await sql`select from accounts where email = 'new@plassans.example'`.execute(
        club.platform.db,
      )
      expect(rows).toHaveLength(0)
    })

    it('asks which one when several organisations have the name', async () => {
      const ids = [await club.organisation('Les Renards'), await club.organisation('Les Renards')]
      const roles = (where: string) => ['--role', 'club.coach', '--organisation', where]
      const { output, ok } = await create('fatou@plassans.example', ...roles('les renards'))
      expect(ok).toBe(false)
      for (const id of ids) expect(output).toContain(id)
      expect(await create('fatou@plassans.example', ...roles(ids[1] ?? ''))).toMatchObject({ ok: true })
    })
  })

  describe('account link', () => {
    it('gives another link, in the journal', async () => {
      const { output, ok } = await desk.run('account', 'link', '--email', 'NADIA@plassans.example')
      expect(ok).toBe(true)
      expect(output).toMatch(/30 minutes/)
      expect(await lastEvents(1)).toEqual(['account.link-made by system'])
    })

    it('is refused for nobody’s mailbox', async () => {
      expect(await desk.run('account', 'link', '--email', 'x@y.example')).toMatchObject({ ok: false })
    })
  })

  describe('key', () => {
    const create = (...more: string[]) =>
      desk.run('key', 'create', '--email', 'nadia@plassans.example', '--name', 'Lampadaires', ...more)

    it('create prints the key and nothing else', async () => {
      const { output, ok } = await create()
      expect(ok).toBe(true)
      expect(output).toMatch(/^gck_[\w-]{40,}$/)
      expect(await callerOfKey(here(), output)).toMatchObject({
        scopes: ['read', 'write'],
        actor: { email: 'nadia@plassans.example' },
      })
      expect(await lastEvents(1)).toEqual(['key.made by system'])
    })

    it('create makes one that only reads, until a day', async () => {
      const { output } = await create('--read-only', '--expires-in-days', '30')
      expect(await callerOfKey(here(), output)).toMatchObject({ scopes: ['read'] })
      const clock = { now: () => new Date(systemClock.now().getTime() + 31 * 86_400_000) }
      await expect(callerOfKey({ ...here(), clock }, output)).rejects.toMatchObject({ code: 'key-refused' })
    })

    it.each(['0', '-1', '1.5', 'soon', '4000'])('create refuses to expire in %s days', async (days) => {
      const { output, ok } = await create(`--expires-in-days=${days}`)
      expect(ok).toBe(false)
      expect(output).toContain('--expires-in-days')
    })

    it('create refuses the account of nobody', async () => {
      expect(await desk.run('key', 'create', '--email', 'x@y.example', '--name', 'x')).toMatchObject({
        ok: false,
        output: expect.stringContaining('x@y.example') as string,
      })
    })

    it('list shows the keys without revealing them; revoke stops one at once', async () => {
      const key = (await create()).output
      const listed = (await desk.run('key', 'list', '--email', 'nadia@plassans.example')).output
      expect(listed).toContain(key.slice(0, 10))
      expect(listed).not.toContain(key)
      expect((await desk.run('key', 'list', '--email', 'other@b.example')).output).toContain('No keys')

      expect(await desk.run('key', 'revoke', key.slice(0, 10))).toMatchObject({ ok: true })
      await expect(callerOfKey(here(), key)).rejects.toMatchObject({ code: 'key-refused' })
      expect(await lastEvents(1)).toEqual(['key.revoked by system'])
      expect(await desk.run('key', 'revoke', key.slice(0, 10))).toMatchObject({ ok: false })
    })
  })

  describe('account disable', () => {
    it('closes the account, with its keys', async () => {
      const email = 'julien@plassans.example'
      const key = (await desk.run('key', 'create', '--email', email, '--name', 'x')).output
      expect(await desk.run('account', 'disable', '--email', email)).toMatchObject({ ok: true })
      await expect(callerOfKey(here(), key)).rejects.toMatchObject({ code: 'key-refused' })
      expect(await signIn(accounts(), client(), { email, password })).toMatchObject({ ok: false })
      expect(await lastEvents(1)).toEqual(['account.disabled by system'])
      expect(await desk.run('account', 'disable', '--email', email)).toMatchObject({ ok: false })
      expect(await desk.run('key', 'create', '--email', email, '--name', 'x')).toMatchObject({ ok: false })
    })
  })
})
