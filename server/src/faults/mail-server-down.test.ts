// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { createEntry } from '../modules/entries/index.ts'
import { listMails } from '../modules/notifications/index.ts'
import { createMailTransport, type MailTransport } from '../platform/mail/index.ts'
import { settle } from '../testing/settle.ts'
import { aTenant, type TestTenant } from '../testing/tenant.ts'
import { aMailServer, type FaultyMailServer } from './faults.testing.ts'
import { licences } from './filing-clients.testing.ts'

let tenant: TestTenant
let api: TestServer
let mail: FaultyMailServer
let transport: MailTransport | undefined
beforeAll(async () => {
  tenant = await aTenant()
  api = await startTestServer(tenant)
  mail = await aMailServer()
  transport = createMailTransport({ kind: 'smtp', url: mail.url })
})
afterAll(async () => {
  await transport?.close()
  await mail.down()
  await api.close()
  await tenant.close()
})

const asked = { playerName: 'Lila Benhaddou', playerEmail: 'lila@plassans.example', level: 'beginner' }

it('keeps the receipt of a request filed while the mail server is down, tries again later, and sends it once', async () => {
  await mail.down()
  const filed = await api.ask({ method: 'POST', url: licences, body: { values: asked } })
  expect(filed.status).toBe(201)
  const entryId = String(filed.body.id)
  const outbox = async () => (await listMails(tenant.system, { entryId })).rows

  await settle(tenant.platform, { transport })
  expect(await outbox()).toMatchObject([{ state: 'failed', to: { email: asked.playerEmail } }])
  tenant.clock.advance(16_000)
  await settle(tenant.platform, { transport })
  expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 2 }])
  expect(mail.taken.size).toBe(0)

  await mail.up()
  tenant.clock.advance(61_000)
  for (let round = 0; round < 3; round += 1) await settle(tenant.platform, { transport })
  expect(await outbox()).toMatchObject([{ state: 'sent', attempts: 3 }])
  expect([...mail.taken.values()]).toEqual([{ to: asked.playerEmail, times: 1 }])
})

it('sends nothing twice when it goes down and up while many leave', async () => {
  const people = [...Array(12).keys()].map((at) => `joueuse.${at}@plassans.example`)
  const file = (playerEmail: string) =>
    createEntry(tenant.nobody, { collection: 'club.licence', values: { ...asked, playerEmail } })
  for (const [at, email] of people.entries()) {
    await file(email)
    if (at % 4 === 1) await mail.down()
    if (at % 4 === 3) await mail.up()
    await settle(tenant.platform, { transport })
  }
  tenant.clock.advance(3_600_000)
  await settle(tenant.platform, { transport })
  const told = [...mail.taken.values()].filter(({ to }) => people.includes(to))
  expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining(people))
  expect(told.filter(({ times }) => times !== 1)).toEqual([])
  expect(told).toHaveLength(people.length)
})
