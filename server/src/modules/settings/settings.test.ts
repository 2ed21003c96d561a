// SPDX-License-Identifier: MIT
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCache } from '../../platform/cache.ts'
import type { Context } from '../../platform/context.ts'
import { listenForForgets } from '../../platform/db/announce.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { silentLog } from '../../platform/log.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { changeBody, changeLogo, openLogo, openTenant, readBody, removeLogo, showBody } from './index.ts'

let tenant: TestTenant
let admin: Context
let secretary: Context
beforeAll(async () => {
  tenant = await aTenant()
  const office = await tenant.organisation('Bureau')
  admin = tenant.as(await tenant.person('Ada Ministre', { administrator: office }))
  secretary = tenant.as(await tenant.person('Paul Ardent', { secretary: office }))
})
afterAll(() => tenant.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${inside}</svg>`)

describe('what a body says of itself', () => {
  it('shows at once where it is changed, and the journal keeps what it was', async () => {
    expect(await showBody(admin)).toMatchObject({ isSet: false })
    const changed = await changeBody(admin, { name: 'Ville de Plassans', phone: '01 99 00 41 00' })
    expect(changed).toMatchObject({ ok: true, body: { name: 'Ville de Plassans' } })
    expect(tenant.platform.tenant).toMatchObject({ name: 'Ville de Plassans' })
    const { rows } = await tenant.platform.db
      .withTables<{ events: { kind: string; payload: unknown; actor_name: string } }>()
      .selectFrom('events')
      .selectAll()
      .where('kind', '=', 'body.changed')
      .execute()
      .then((rows) => ({ rows }))
    expect(rows).toMatchObject([
      { actor_name: 'Ada Ministre', payload: { changes: { name: ['Guichet', 'Ville de Plassans'] } } },
    ])
  })

  it('shows soon in the other processes, without a restart', async () => {
    const { db, pool, close } = openDatabase(tenant.url)
    const cache = createCache()
    const elsewhere = await openTenant({ db, cache, log: silentLog }, { publicUrl: 'http://localhost:3000' })
    const stop = listenForForgets(pool, cache, silentLog)
    // The connection that listens is there when a value is forgotten at its arrival.
    await expect.poll(() => elsewhere.current().name).toBe('Ville de Plassans')
    await expect
      .poll(async () => {
        await changeBody(admin, { name: 'Plassans' })
        return elsewhere.current().name
      })
      .toBe('Plassans')
    await stop()
    await close()
  })

  it('tells each value it refuses, in both languages, and changes nothing', async () => {
    const refused = await changeBody(admin, { name: '', brandColour: 'blue', timeZone: 'Mars/Olympus' })
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ path: 'name' }, { path: 'brandColour' }, { path: 'timeZone' }],
    })
    if (refused.ok) throw new Error('accepted')
    for (const { text } of refused.problems) expect([text.fr, text.en].every(Boolean)).toBe(true)
    expect((await readBody(tenant.platform.db))?.brandColour).toBe('#0b4f6c')
  })

  it('is for administrators alone', async () => {
    for (const act of [
      showBody,
      (who: Context) => changeBody(who, {}),
      (who: Context) => changeLogo(who, png),
    ]) {
      await expect(act(secretary)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(act(tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
    }
  })
})

describe('a logo', () => {
  it('is what its bytes say it is, and is served as it was sent', async () => {
    expect(await changeLogo(admin, png)).toEqual({ ok: true })
    const { logo } = tenant.platform.tenant
    expect(logo?.type).toBe('image/png')
    expect(await openLogo(tenant.platform, logo?.sha256 ?? '')).toEqual({ type: 'image/png', bytes: png })
  })

  it('gives its place back to the mark, and stays readable for the mails that show it', async () => {
    const { logo } = tenant.platform.tenant
    await removeLogo(admin)
    expect(tenant.platform.tenant.logo).toBeUndefined()
    expect((await openLogo(tenant.platform, logo?.sha256 ?? '')).bytes).toEqual(png)
  })

  it.each([
    ['shapes', '<g fill="red"><path d="M0 0h8v8z" style="fill:#fff"/></g>'],
    [
      'its own gradients',
      '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/>',
    ],
    ['a shape used twice', '<symbol id="s"><circle r="2"/></symbol><use href="#s"/>'],
  ])('may be an SVG of %s', async (_, inside) => {
    expect(await changeLogo(admin, svg(inside))).toEqual({ ok: true })
    expect(tenant.platform.tenant.logo?.type).toBe('image/svg+xml')
  })

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<rect onload="alert(1)"/>'],
    ['a handler in capitals', '<rect ONLOAD="alert(1)"/>'],
    ['HTML', '<foreignObject><p>x</p></foreignObject>'],
    ['a link', '<a href="https://ailleurs.example"><rect/></a>'],
    ['a picture from elsewhere', '<image href="https://ailleurs.example/x.png"/>'],
    ['a style that fetches', '<style>rect{fill:url(https://ailleurs.example/x)}</style>'],
    ['a style that imports', '<style>@import "https://ailleurs.example/x.css";</style>'],
    ['a value in escapes', '<rect style="fill:u\\72l(https://ailleurs.example)"/>'],
    ['an entity', '&xxe;'],
    ['an attribute without quotes', '<rect onload=alert(1) />'],
    ['an animation', '<set attributeName="href" to="javascript:alert(1)"/>'],
    ['a shape used from elsewhere', '<use href="https://ailleurs.example/x.svg#s"/>'],
    ['character data', '<![CDATA[<script>alert(1)</script>]]>'],
  ])('is refused as an SVG with %s', async (_, inside) => {
    expect(await changeLogo(admin, svg(inside))).toMatchObject({
      ok: false,
      text: { fr: expect.stringContaining('SVG') },
    })
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!doctype html><p>Bonjour')],
    ['a document with entities', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')],
    ['too many bytes', Buffer.concat([png, Buffer.alloc(400_001)])],
  ])('is refused as %s', async (_, bytes) => {
    expect(await changeLogo(admin, bytes)).toMatchObject({ ok: false })
  })

  it.each(['x', '../secret', 'a'.repeat(64)])('%s leads nowhere', async (name) => {
    await expect(openLogo(tenant.platform, name)).rejects.toMatchObject({ code: 'not-found' })
  })
})
