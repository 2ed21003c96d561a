// SPDX-License-Identifier: MIT
import { defineSolution } from '@guichet/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCache } from '../../platform/cache.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { club } from '../../testing/club.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { listProcedures, sheetOf } from '../catalogue/index.ts'
import { definitionsOf, installSolution } from '../definitions/index.ts'
import { takeTransition } from '../entries/index.ts'
import { startDraft } from '../filing/index.ts'
import { listMails, viewMail } from '../notifications/index.ts'
import {
  adjustProcedure,
  adjustTemplate,
  listAdjustableProcedures,
  listAdjustments,
  listTemplates,
  previewTemplate,
  restoreAdjustments,
  returnToOriginal,
  sendTest,
  viewTemplate,
} from './index.ts'

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

const version = async () => (await listAdjustments(admin, { solution: 'club' })).version
const licence = { solution: 'club', procedure: 'licence' }
const receipt = { solution: 'club', kind: 'mails', key: 'receipt' } as const
const both = (fr: string, en = fr) => ({ fr, en })
const ownSubject = both('C’est reçu, {{ recipient.name }}', 'Got it, {{ recipient.name }}')

describe('a procedure of a body', () => {
  it('is taken out of the catalogue and of what may be started, and put back', async () => {
    const off = { ...licence, seen: await version(), change: { offered: false } }
    expect(await adjustProcedure(admin, off)).toMatchObject({ ok: true, version: 1 })
    expect((await listProcedures(tenant.nobody, {})).procedures).toEqual([])
    await expect(sheetOf(tenant.nobody, 'licence')).rejects.toMatchObject({ code: 'not-found' })
    await expect(startDraft(tenant.nobody, 'v', 'licence')).rejects.toMatchObject({ code: 'not-found' })
    await adjustProcedure(admin, { ...licence, seen: 1, change: { offered: true } })
    expect((await listProcedures(tenant.nobody, {})).procedures).toHaveLength(1)
  })

  it('opens and closes on the days of the body', async () => {
    const change = { opensOn: '2026-12-01', closesOn: '2026-12-31' }
    await adjustProcedure(admin, { ...licence, seen: await version(), change })
    expect(await sheetOf(tenant.nobody, 'licence')).toMatchObject({
      opening: { open: false, because: 'not-yet', opensOn: '2026-12-01' },
    })
    const [{ procedures } = { procedures: [] }] = await listAdjustableProcedures(admin)
    expect(procedures).toMatchObject([
      { ...change, adjusted: true, published: { opensOn: null, closesOn: null } },
    ])
    await adjustProcedure(admin, { ...licence, seen: await version(), change: undefined })
    expect(await sheetOf(tenant.nobody, 'licence')).toMatchObject({ opening: { open: true } })
  })

  it.each([
    ['that end before they begin', { opensOn: '2026-12-31', closesOn: '2026-12-01' }, 'closesOn'],
    ['that do not exist', { opensOn: '2026-02-30' }, 'opensOn'],
  ])('is not given days %s', async (_, change, path) => {
    const seen = await version()
    expect(await adjustProcedure(admin, { ...licence, seen, change })).toMatchObject({
      ok: false,
      problems: [{ path }],
    })
    expect(await version()).toBe(seen)
  })

  it('is found among those of an installed solution only', async () => {
    const seen = await version()
    for (const wrong of [{ procedure: 'nothing' }, { solution: 'nowhere' }, { procedure: 'constructor' }]) {
      const request = { ...licence, ...wrong, seen, change: { offered: false } }
      await expect(adjustProcedure(admin, request)).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

describe('the words of a message', () => {
  it('are listed with the moment and the reader', async () => {
    const found = (await listTemplates(admin)).find(({ key }) => key === 'to-team')
    expect(found).toMatchObject({
      kind: 'mails',
      sent: [{ flow: { fr: 'Prévenir l’équipe' }, to: { kind: 'path', label: { fr: 'Équipe' } } }],
      adjusted: false,
    })
  })

  it('are those of the body from now on, for what was filed before too', async () => {
    const id = await tenant.entry('club.licence', {
      playerName: 'Lila',
      playerEmail: 'lila@plassans.example',
    })
    await settle(tenant.platform)
    const refused = { ...receipt, key: 'refused' }
    const parts = { subject: both('Désolés', 'Sorry') }
    await adjustTemplate(admin, { ...refused, seen: await version(), parts })
    await installSolution(tenant.system, upgraded('Version 2'), 'tests')
    await takeTransition(secretary, { id, version: 1, key: 'refuse', reason: 'Complet' })
    await settle(tenant.platform)
    const [mail] = (await listMails(admin, { entryId: id })).rows
    expect(mail?.subject).toBe('Désolés')
  })

  it('may name the fields of what they are about', async () => {
    const { mergeable } = await viewTemplate(admin, receipt)
    expect(mergeable).toContainEqual({
      name: 'entry.playerName',
      label: both('Nom du joueur', 'Player’s name'),
    })
  })

  it('are refused with each faulty tag at its place, and kept as they were', async () => {
    const seen = await version()
    const body = both('Bonjour,\n\n{{ entry.playerNom }}', 'Hello {{ link.url')
    expect(
      await adjustTemplate(admin, { ...receipt, seen, parts: { body, subject: both(' ', 'x') } }),
    ).toEqual({
      ok: false,
      problems: [
        expect.objectContaining({
          part: 'body',
          locale: 'fr',
          code: 'faulty-tag',
          line: 3,
          found: 'entry.playerNom',
        }),
        expect.objectContaining({ part: 'body', locale: 'en', code: 'faulty-tag', line: 1 }),
        { part: 'subject', locale: 'fr', code: 'blank' },
      ],
    })
    expect(await version()).toBe(seen)
  })

  it('return to the original, and the history keeps them', async () => {
    await adjustTemplate(admin, { ...receipt, seen: await version(), parts: { subject: ownSubject } })
    const own = await version()
    expect((await viewTemplate(admin, receipt)).parts[0]).toMatchObject({ text: ownSubject, adjusted: true })
    await returnToOriginal(admin, { ...receipt, seen: own })
    expect((await viewTemplate(admin, receipt)).parts[0]).toMatchObject({ adjusted: false })
    await restoreAdjustments(admin, { solution: 'club', version: own, seen: own + 1 })
    expect((await viewTemplate(admin, receipt)).parts[0]).toMatchObject({ text: ownSubject })
    const { rows } = await listAdjustments(admin, { solution: 'club', limit: 2 })
    expect(rows).toMatchObject([
      { version: own + 2, restores: own, by: 'Ada Ministre' },
      { version: own + 1, changed: 'mails.receipt' },
    ])
  })

  it('that are those of the solution again are no adjustment', async () => {
    const { parts } = await viewTemplate(admin, receipt)
    const original = parts[0]?.original ?? both('')
    await adjustTemplate(admin, { ...receipt, seen: await version(), parts: { subject: original } })
    expect((await viewTemplate(admin, receipt)).adjusted).toBe(false)
  })

  it('stay when the original changes, which is told with both', async () => {
    await adjustTemplate(admin, { ...receipt, seen: await version(), parts: { subject: ownSubject } })
    await installSolution(tenant.system, upgraded('Version 3'), 'tests')
    const view = await viewTemplate(admin, receipt)
    expect(view).toMatchObject({
      toLookAt: true,
      problems: [{ code: 'original-changed', text: ownSubject, present: { fr: 'Version 3' } }],
    })
    // Saved again, they are the answer to the original of today.
    const [first] = view.parts
    await adjustTemplate(admin, {
      ...receipt,
      seen: view.version,
      parts: { subject: first?.text ?? both('') },
    })
    expect((await viewTemplate(admin, receipt)).problems).toEqual([])
  })

  it('are shown before they are kept, about an entry that never was', async () => {
    const parts = { subject: ownSubject, body: both('{{ entry.level }}, {{ entry.fee }}, **{{ reason }}**') }
    const shown = await previewTemplate(admin, { ...receipt, locale: 'fr', parts })
    expect(shown).toMatchObject({
      ok: true,
      preview: { subject: 'C’est reçu, Camille Exemple', text: expect.stringContaining('Débutant, 25,00 €') },
    })
    expect(
      await previewTemplate(admin, { ...receipt, locale: 'fr', parts: { body: both('{{') } }),
    ).toMatchObject({
      ok: false,
    })
  })

  it('are sent to whoever tries them, and to nobody else', async () => {
    const sent = await sendTest(admin, { ...receipt, locale: 'en', parts: { subject: ownSubject } })
    expect(sent).toMatchObject({ ok: true, to: 'ada.ministre@plassans.example' })
    if (!sent.ok) throw new Error('not sent')
    expect(await viewMail(admin, sent.mailId)).toMatchObject({
      subject: '[Test] Got it, Camille Exemple',
      to: { email: 'ada.ministre@plassans.example' },
      entryId: null,
    })
  })
})

describe('an edit', () => {
  it('of what somebody else has edited meanwhile is refused', async () => {
    const seen = (await version()) - 1
    const request = { ...receipt, seen, parts: { subject: ownSubject } }
    await expect(adjustTemplate(admin, request)).rejects.toMatchObject({ code: 'entry-changed' })
    await expect(returnToOriginal(admin, request)).rejects.toMatchObject({ code: 'entry-changed' })
  })

  it('that changes nothing writes nothing', async () => {
    const seen = await version()
    await adjustProcedure(admin, { ...licence, seen, change: { offered: true } })
    expect(await version()).toBe(seen)
  })

  it('is in the journal, and known to another process that has forgotten', async () => {
    const elsewhere = actingAs({ ...tenant.platform, cache: createCache() }, tenant.system.actor)
    const { solutions } = await definitionsOf(elsewhere)
    expect(solutions.get('club')?.solution.mails?.['receipt']?.subject).toEqual(ownSubject)
    expect(solutions.get('club')?.published.mails?.['receipt']?.subject).not.toEqual(ownSubject)
  })

  it('is for administrators alone', async () => {
    const request = { ...receipt, seen: 0, locale: 'fr' as const, parts: {} }
    const acts: ((who: Context) => Promise<unknown>)[] = [
      (who) => listAdjustableProcedures(who),
      (who) => adjustProcedure(who, { ...licence, seen: 0, change: { offered: false } }),
      (who) => listTemplates(who),
      (who) => viewTemplate(who, receipt),
      (who) => adjustTemplate(who, request),
      (who) => returnToOriginal(who, request),
      (who) => previewTemplate(who, request),
      (who) => sendTest(who, request),
      (who) => listAdjustments(who, { solution: 'club' }),
      (who) => restoreAdjustments(who, { solution: 'club', version: 0, seen: 0 }),
    ]
    for (const act of acts) {
      await expect(act(secretary)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(act(tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
    }
  })

  it('takes up no version that never was', async () => {
    const request = { solution: 'club', version: 9_999, seen: await version() }
    await expect(restoreAdjustments(admin, request)).rejects.toMatchObject({ code: 'not-found' })
    expect(await restoreAdjustments(admin, { ...request, version: 0 })).toMatchObject({ ok: true })
    expect((await viewTemplate(admin, receipt)).adjusted).toBe(false)
  })
})

/** The club with another subject of the receipt, as a new version of the product would bring. */
function upgraded(subject: string) {
  const next = structuredClone(club)
  const mail = next.mails?.['receipt']
  if (mail) mail.subject = both(subject)
  return defineSolution(next)
}
