// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { MailFailure, type MailTransport, type OutgoingMail } from '../../platform/mail/index.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { entryHistory } from '../entries/index.ts'
import { deliverMails, listMails, queueMail, resendMail, viewMail } from './index.ts'
import { withoutSecrets } from './without-secrets.ts'

let tenant: TestTenant
let admin: Context
let secretary: Context
let coach: Context
let licence: string

beforeAll(async () => {
  tenant = await aTenant()
  const office = await tenant.organisation('Bureau')
  const team = await tenant.organisation('Les Bleues')
  admin = tenant.as(await tenant.person('Ada Ministre', { administrator: office }))
  secretary = tenant.as(await tenant.person('Paul Ardent', { secretary: office }))
  coach = tenant.as(await tenant.person('Ines Coach', { coach: team }))
  licence = await tenant.entry('club.licence', { playerName: 'Lila', playerEmail: 'lila@plassans.example' })
  await settle(tenant.platform)
})
afterAll(() => tenant.close())

/** A mail server that remembers what it took, and refuses as it is told to. */
const server = {
  taken: [] as OutgoingMail[],
  refusals: [] as Error[],
  transport: {
    async send(mail: OutgoingMail): Promise<{ providerId: string }> {
      const refusal = server.refusals.shift()
      if (refusal) throw refusal
      server.taken.push(mail)
      return { providerId: `p${server.taken.length}` }
    },
    check: async () => {},
    close: async () => {},
  } satisfies MailTransport,
}
beforeEach(async () => {
  await settle(tenant.platform)
  server.taken = []
  server.refusals = []
})

const words = { subject: 'Votre licence', html: '<p>Bonjour</p>', text: 'Bonjour' }

function queue(mail: Partial<Parameters<typeof queueMail>[2]> = {}): Promise<string> {
  return tenant.platform.db.transaction().execute(async (tx) => {
    const about = { entry: { id: licence, collection: 'club.licence' as const } }
    const id = await queueMail(tx, tenant.system, {
      to: { email: 'lila@plassans.example', name: 'Lila Benhaddou' },
      ...words,
      ...about,
      ...mail,
    })
    if (!id) throw new Error('not queued')
    return id
  })
}

const stateOf = async (id: string) => (await viewMail(admin, id)).state

describe('a mail of the outbox', () => {
  it('stays there, to be read, when no transport is configured', async () => {
    const id = await queue()
    await settle(tenant.platform)
    expect(await viewMail(admin, id)).toMatchObject({ state: 'kept', text: 'Bonjour', attempts: 0 })
  })

  it('leaves once, in the name of the body, and the history tells it', async () => {
    const id = await queue()
    await settle(tenant.platform, server)
    await deliverMails(tenant.platform, { mail: server.transport }, [id])
    expect(server.taken).toMatchObject([
      {
        from: { name: 'Club de Plassans', email: 'club@plassans.example' },
        to: { name: 'Lila Benhaddou', email: 'lila@plassans.example' },
        ...words,
        messageId: `<${id}@localhost>`,
      },
    ])
    expect(await viewMail(admin, id)).toMatchObject({
      state: 'sent',
      attemptsLog: [{ number: 1, outcome: 'sent' }],
    })
    expect((await entryHistory(secretary, licence)).map(({ kind }) => kind)).toContain('mail.sent')
  })

  it('is neither written nor sent when the transaction that queues it fails', async () => {
    const before = (await listMails(admin)).rows.length
    const failing = tenant.platform.db.transaction().execute(async (tx) => {
      await queueMail(tx, tenant.system, { to: { email: 'x@plassans.example' }, ...words })
      throw new Error('further on')
    })
    await expect(failing).rejects.toThrow('further on')
    await settle(tenant.platform, server)
    expect(server.taken).toEqual([])
    expect((await listMails(admin)).rows).toHaveLength(before)
  })

  it('is the same mail under the same key', async () => {
    await queue({ key: 'run-1:tell:0' })
    await expect(queue({ key: 'run-1:tell:0' })).rejects.toThrow('not queued')
    await settle(tenant.platform, server)
    expect(server.taken).toHaveLength(1)
  })

  it('keeps its subject on one line, whatever is merged into it', async () => {
    const id = await queue({ subject: 'Votre demande\r\nBcc: tous@plassans.example' })
    expect((await viewMail(admin, id)).subject).toBe('Votre demande Bcc: tous@plassans.example')
  })
})

describe('a mail server that refuses', () => {
  const busy = () => new MailFailure('451 try again later', false)

  it('is asked again later, under the same Message-ID', async () => {
    server.refusals = [busy(), new Error('socket hang up')]
    const id = await queue()
    await settle(tenant.platform, server)
    expect(await viewMail(admin, id)).toMatchObject({
      state: 'failed',
      lastError: { kind: 'temporary', message: '451 try again later' },
    })
    tenant.clock.advance(14_000)
    await settle(tenant.platform, server)
    expect(await stateOf(id)).toBe('failed')
    tenant.clock.advance(1_000)
    await settle(tenant.platform, server)
    tenant.clock.advance(60_000)
    await settle(tenant.platform, server)
    expect(await viewMail(admin, id)).toMatchObject({
      state: 'sent',
      lastError: null,
      attemptsLog: [{ outcome: 'temporary' }, { outcome: 'temporary' }, { outcome: 'sent' }],
    })
    expect(server.taken.map(({ messageId }) => messageId)).toEqual([`<${id}@localhost>`])
  })

  it('is asked eight times, then the mail is parked until somebody sends it again', async () => {
    server.refusals = Array.from({ length: 8 }, busy)
    const id = await queue()
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await settle(tenant.platform, server)
      tenant.clock.advance(7 * 3_600_000)
    }
    expect(await viewMail(admin, id)).toMatchObject({ state: 'parked', attempts: 8 })
    expect((await entryHistory(secretary, licence)).map(({ kind }) => kind)).toContain('mail.failed')
    await resendMail(secretary, id)
    await settle(tenant.platform, server)
    expect(await viewMail(admin, id)).toMatchObject({ state: 'sent', attempts: 9 })
  })

  it('is not asked again when no such mailbox exists', async () => {
    server.refusals = [new MailFailure('550 no such mailbox', true)]
    const id = await queue()
    await settle(tenant.platform, server)
    expect(await viewMail(admin, id)).toMatchObject({ state: 'parked', lastError: { kind: 'permanent' } })
  })
})

describe('two processes', () => {
  it('never send one mail at the same time, and the second sends it if the first dies', async () => {
    const id = await queue()
    const reached = Promise.withResolvers<void>()
    const never = new Promise<{ providerId: string }>(() => {})
    const hanging: MailTransport = {
      ...server.transport,
      send: () => {
        reached.resolve()
        return never
      },
    }
    void deliverMails(tenant.platform, { mail: hanging }, [id])
    await reached.promise
    await Promise.all([1, 2, 3].map(() => deliverMails(tenant.platform, { mail: server.transport }, [id])))
    expect(server.taken).toEqual([])
    tenant.clock.advance(120_000)
    await settle(tenant.platform, server)
    expect(server.taken.map(({ messageId }) => messageId)).toEqual([`<${id}@localhost>`])
    expect(await viewMail(admin, id)).toMatchObject({
      state: 'sent',
      attemptsLog: [{ outcome: null }, { outcome: 'sent' }],
    })
  })
})

describe('sending again', () => {
  it('makes a second mail of one that was sent', async () => {
    const id = await queue()
    await settle(tenant.platform, server)
    const again = await resendMail(admin, id)
    await settle(tenant.platform, server)
    expect(again).not.toBe(id)
    expect(await viewMail(admin, again)).toMatchObject({
      state: 'sent',
      copyOf: id,
      subject: 'Votre licence',
    })
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(2)
  })

  it('lets a kept mail leave once a transport is there', async () => {
    const id = await queue()
    await settle(tenant.platform)
    expect(await resendMail(admin, id)).toBe(id)
    await settle(tenant.platform, server)
    expect(await stateOf(id)).toBe('sent')
  })

  it('is refused while the mail is being sent', async () => {
    const id = await queue()
    await sql`update public.mails set state = 'sending' where id = ${id}`.execute(tenant.platform.db)
    await expect(resendMail(admin, id)).rejects.toMatchObject({ code: 'duplicate-request' })
  })
})

describe('the outbox', () => {
  it('is listed newest first, page after page', async () => {
    for (let at = 0; at < 5; at += 1) await queue({ subject: `Page ${at}` })
    const first = await listMails(admin, { limit: 3, q: 'page' })
    const second = await listMails(admin, { limit: 3, q: 'page', after: first.next ?? '' })
    expect([...first.rows, ...second.rows].map(({ subject }) => subject)).toEqual([
      'Page 4',
      'Page 3',
      'Page 2',
      'Page 1',
      'Page 0',
    ])
    expect(second.next).toBeNull()
  })

  it('finds by state, and by words of the address, the name or the subject without their accents', async () => {
    await queue({
      to: { email: 'elise@plassans.example', name: 'Élise Courrière' },
      subject: 'Cotisation 100 %',
    })
    for (const q of ['courriere', 'ELISE@', 'cotisation 100 %']) {
      expect((await listMails(admin, { q })).rows).toMatchObject([{ to: { name: 'Élise Courrière' } }])
    }
    expect((await listMails(admin, { q: '100 _' })).rows).toEqual([])
    expect((await listMails(admin, { state: 'queued', q: 'elise' })).rows).toHaveLength(1)
    expect((await listMails(admin, { state: 'sent', q: 'elise' })).rows).toEqual([])
  })

  it('is whole for the studio; for others it is that of an entry whose history they may read', async () => {
    await expect(listMails(tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
    await expect(listMails(secretary)).rejects.toMatchObject({ code: 'not-allowed' })
    const { rows } = await listMails(secretary, { entryId: licence })
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ entryId }) => entryId))).toEqual(new Set([licence]))
    await expect(listMails(coach, { entryId: licence })).rejects.toMatchObject({ code: 'not-found' })
    await expect(listMails(tenant.nobody, { entryId: licence })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('shows and sends a mail only to whom it may be listed', async () => {
    const id = await queue()
    const account = await tenant.platform.db.transaction().execute((tx) =>
      queueMail(tx, tenant.system, {
        to: { email: 'ada@plassans.example' },
        ...words,
        template: 'account.reset',
      }),
    )
    for (const who of [coach, tenant.nobody]) {
      await expect(viewMail(who, id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(resendMail(who, id)).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(viewMail(secretary, account ?? '')).rejects.toMatchObject({ code: 'not-found' })
    await expect(viewMail(admin, 'no id')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is filtered by channel, state, template and entry', async () => {
    const id = await queue({ template: 'club.receipt', subject: 'Filtré' })
    const found = async (query: Parameters<typeof listMails>[1]) =>
      (await listMails(admin, { q: 'filtre', ...query })).rows.map((mail) => mail.id)
    expect(await found({ channel: 'mail', state: 'queued', template: 'club.receipt' })).toEqual([id])
    expect(await found({ channel: 'sms' })).toEqual([])
    expect(await found({ template: 'club.refused' })).toEqual([])
  })

  it('shows nobody the secret part of a link, and sends it', async () => {
    const link = 'http://localhost:3000/lien/abc_DEF-123'
    const id = await queue({ text: `Suivre : ${link}`, html: `<a href="${link}">Suivre</a>` })
    for (const who of [admin, secretary]) {
      const shown = await viewMail(who, id)
      expect(`${shown.text} ${shown.html}`).not.toContain('abc_DEF-123')
      expect(shown).toMatchObject({ text: 'Suivre : http://localhost:3000/lien/…', masked: true })
    }
    await settle(tenant.platform, server)
    expect(server.taken.at(-1)?.text).toContain(link)
  })
})

describe('the address in a message', () => {
  const secret = 'Zk3_pQ9v2nWtYxR7bLmA0sDfGhJkLqWe4uIoP1cVbN8'
  it.each([
    [`/connexion/mot-de-passe/${secret}`, '/connexion/mot-de-passe/…'],
    [`/compte/confirmer/${secret}"`, '/compte/confirmer/…"'],
    ['/lien/court', '/lien/…'],
    ['/demarches/declarer-un-probleme-sur-la-voie-publique', undefined],
    ['/bureau/fiches/018f4a2e-7c1b-7d3a-9f00-0123456789ab', undefined],
    ['<td></td>', undefined],
  ])('%s is shown as %s', (address, shown) => {
    expect(withoutSecrets(address)).toBe(shown ?? address)
  })
})
