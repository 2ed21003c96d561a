// SPDX-License-Identifier: MIT
import { type Actor, defineSolution, type Solution } from '@guichet/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { type OutgoingSms, SmsFailure } from '../../platform/sms/index.ts'
import { club } from '../../testing/club.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { createEntry, takeTransition } from '../entries/index.ts'
import { installSolution } from '../definitions/index.ts'
import { changeLogo } from '../settings/index.ts'
import { listMails, type MailSummary, resendMail, viewMail } from './index.ts'

const both = (fr: string, en: string) => ({ fr, en })

/** The club, which also writes to the player's telephone. */
function textingClub(): Solution {
  const { collections, flows, ...rest } = structuredClone(club)
  const licence = collections['licence']
  if (!licence) throw new Error('the club has no licence')
  licence.fields['playerPhone'] = { type: 'phone', label: both('Téléphone', 'Telephone') }
  licence.contact = { name: 'playerName', email: 'playerEmail', phone: 'playerPhone' }
  const step = flows?.['receipt']?.steps[0]
  if (step?.kind === 'notify') step.text = 'received'
  return defineSolution({
    ...rest,
    collections,
    flows,
    texts: {
      received: {
        title: both('Reçue', 'Received'),
        text: both('{{ body.name }} : reçue. {{ link.url }}', '{{ body.name }}: received. {{ link.url }}'),
      },
    },
  })
}

let tenant: TestTenant
let admin: Context
let secretary: Context
beforeAll(async () => {
  tenant = await aTenant()
  await installSolution(tenant.system, textingClub(), 'tests')
  const office = await tenant.organisation('Bureau')
  admin = tenant.as(await tenant.person('Ada Ministre', { administrator: office }))
  secretary = tenant.as(await tenant.person('Paul Ardent', { secretary: office }))
})
afterAll(() => tenant.close())

const texts = {
  taken: [] as OutgoingSms[],
  refusals: [] as Error[],
  send: async (sms: OutgoingSms) => {
    const refusal = texts.refusals.shift()
    if (refusal) throw refusal
    texts.taken.push(sms)
    return { providerId: 'p1' }
  },
}

/** Asks for a licence; the messages that this sent, mail first. */
async function asked(
  values: Readonly<Record<string, unknown>>,
  actor: Actor = { kind: 'nobody', locale: 'fr' },
  sending = true,
): Promise<{ id: string; messages: MailSummary[] }> {
  const { id } = await createEntry(tenant.as(actor), {
    collection: 'club.licence',
    values: { playerName: 'Lila Benhaddou', playerEmail: 'lila@plassans.example', ...values },
    required: 'none',
  })
  await settle(tenant.platform, sending ? { texts } : {})
  const { rows } = await listMails(admin, { entryId: id })
  return { id, messages: rows.toReversed() }
}

describe('a text message', () => {
  // Only the secretary may write the telephone: as the desk takes it down from a call.
  const withPhone = async (phone: string, sending = true) => {
    const actor = secretary.actor
    return asked({ playerPhone: phone }, actor, sending)
  }

  it('tells the same fact as the mail, on a mobile telephone that is known', async () => {
    const { messages } = await withPhone('+33639981234')
    expect(messages).toMatchObject([
      { channel: 'mail', to: { email: 'lila@plassans.example', phone: null }, template: 'club.receipt' },
      {
        channel: 'sms',
        to: { email: null, phone: '+33639981234', name: 'Lila Benhaddou' },
        subject: 'Reçue',
        template: 'club.received',
        state: 'sent',
      },
    ])
    expect(texts.taken).toMatchObject([
      {
        to: '+33639981234',
        text: expect.stringMatching(/^Club de Plassans\s: reçue. http\S+\/lien\/[\w-]+$/),
      },
    ])
    const shown = await viewMail(admin, messages[1]?.id ?? '')
    expect(shown).toMatchObject({ html: null, masked: true, text: expect.stringMatching(/\/lien\/…$/) })
  })

  it.each([
    ['a landline', '+33199004100'],
    ['no telephone', undefined],
  ])('is not written to %s', async (_, phone) => {
    const { messages } = await asked(phone ? { playerPhone: phone } : {}, secretary.actor)
    expect(messages.map(({ channel }) => channel)).toEqual(['mail'])
  })

  it('stays in the outbox without a service, whatever becomes of the mail', async () => {
    const { messages } = await withPhone('+33639981235', false)
    expect(messages.map(({ state }) => state)).toEqual(['kept', 'kept'])
  })

  it('that is refused for good is parked, and leaves again when somebody asks', async () => {
    texts.refusals = [new SmsFailure('no such number', true)]
    const { messages } = await withPhone('+33639981236')
    const id = messages[1]?.id ?? ''
    expect(await viewMail(admin, id)).toMatchObject({ state: 'parked', lastError: { kind: 'permanent' } })
    await resendMail(admin, id)
    await settle(tenant.platform, { texts })
    expect(await viewMail(admin, id)).toMatchObject({ state: 'sent', attempts: 2 })
  })
})

describe('the language of a mail', () => {
  it('is that in which the request was filed', async () => {
    const { messages } = await asked({}, { kind: 'nobody', locale: 'en' })
    expect(messages[0]?.subject).toMatch(/^Your request/)
    expect((await viewMail(admin, messages[0]?.id ?? '')).html).toContain('<html lang="en">')
  })

  it('stays that one when somebody who speaks another handles it', async () => {
    const { id } = await asked({}, { kind: 'nobody', locale: 'en' })
    await takeTransition(secretary, { id, version: 1, key: 'refuse', reason: 'Full' })
    await settle(tenant.platform)
    const [last] = (await listMails(admin, { entryId: id })).rows
    expect(last?.subject).toMatch(/is refused$/)
  })

  it('is French where nothing tells', async () => {
    const id = await tenant.entry('club.licence', { playerName: 'Zoé', playerEmail: 'zoe@plassans.example' })
    await settle(tenant.platform)
    expect((await listMails(admin, { entryId: id })).rows[0]?.subject).toMatch(/^Votre demande/)
  })
})

describe('the logo of the body', () => {
  it('is in the mail itself, shown by its page and sent with it', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    await changeLogo(admin, png)
    const { messages } = await asked({})
    const id = messages[0]?.id ?? ''
    expect((await viewMail(admin, id)).html).toContain(
      `src="data:image/png;base64,${png.toString('base64')}"`,
    )
    const taken: unknown[] = []
    const transport = {
      send: async (mail: object) => ({ providerId: String(taken.push(mail)) }),
      check: async () => {},
      close: async () => {},
    }
    await resendMail(admin, id)
    await settle(tenant.platform, { transport })
    expect(taken).toMatchObject([
      {
        html: expect.stringMatching(/src="cid:logo-[0-9a-f]{64}"/),
        inline: [{ cid: expect.stringMatching(/^logo-[0-9a-f]{64}$/), type: 'image/png', bytes: png }],
      },
    ])
  })

  it('is a PNG in mails when it is of a kind that not all of them show', async () => {
    const drawn =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#0b4f6c" d="M0 0h8v8z"/></svg>'
    await changeLogo(admin, Buffer.from(drawn))
    const { messages } = await asked({})
    const { html } = await viewMail(admin, messages[0]?.id ?? '')
    const [, png = ''] = /src="data:image\/png;base64,([^"]+)"/.exec(html ?? '') ?? []
    expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG')
    expect(tenant.platform.tenant.logo?.type).toBe('image/svg+xml')
  })
})
