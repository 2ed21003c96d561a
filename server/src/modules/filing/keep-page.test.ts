// SPDX-License-Identifier: MIT
import { compare, defineSolution, type Solution } from '@guichet/engine'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { club as clubSolution } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { importStreets } from '../addresses/index.ts'
import { aDraft } from './filing.fixture.ts'
import { draftPage, keepPage, newVisitor, reviewDraft, startDraft, submitDraft } from './index.ts'

const text = (fr: string, en: string) => ({ fr, en })

/** The club, which also asks where the player lives and says the raised fee while the form is filled in. */
function clubWithAddress(): Solution {
  const { licence } = clubSolution.collections
  const { ask } = clubSolution.forms
  if (!licence || !ask) throw new Error('the club has licences')
  const fields = {
    ...licence.fields,
    home: { type: 'address' as const, label: text('Adresse', 'Address') },
    strictHome: { type: 'address' as const, label: text('Adresse connue', 'Known address'), strict: true },
  }
  const [first, ...others] = ask.pages
  if (!first) throw new Error('the form has pages')
  const items = [
    ...first.items,
    { field: 'fee', showWhen: compare('level', 'eq', 'expert') },
    { field: 'feeInWords' },
    { field: 'home', suggestFrom: [{ from: 'earlier' as const }] },
    { field: 'strictHome' },
  ]
  return defineSolution({
    ...clubSolution,
    collections: { ...clubSolution.collections, licence: { ...licence, fields } },
    forms: { ...clubSolution.forms, ask: { ...ask, pages: [{ ...first, items }, ...others] } },
    grants: clubSolution.grants.map((grant) => {
      if (grant.on !== 'licence' || !grant.fields) return grant
      const more = ['home', 'strictHome', 'fee']
      const { read, write } = grant.fields
      return {
        ...grant,
        fields: {
          ...(Array.isArray(read) && { read: [...read, ...more] }),
          ...(Array.isArray(write) && { write: [...write, ...more] }),
        },
      }
    }),
  })
}

const streets = new TextEncoder().encode(
  'rue;ville;cp;insee;numero;lon;lat\nRue Balaine;Plassans;99120;99120;27;5.44;43.52\nRue Balaine;Artaud;99130;99130;;;\nRue Neuve;Plassans;99120;99120;3;5.45;43.53\n',
)

let club: TestTenant
let visitor: string
beforeAll(async () => {
  club = await aTenant({ solutions: [clubWithAddress()] })
  await importStreets(club.system, streets)
})
afterAll(() => club.close())
beforeEach(() => {
  visitor = newVisitor()
})

const form = {
  playerName: ['Lucie Macquart'],
  playerEmail: ['lucie@courriel.example'],
  level: ['beginner'],
  'home.label': [''],
  'strictHome.label': [''],
}
const page = (id: string) => draftPage(club.nobody, visitor, id, 'player')
const keep = (id: string, more: Record<string, string[]>) =>
  keepPage(club.nobody, visitor, { draftId: id, page: 'player', form: { ...form, ...more } })

describe('a page being filled in', () => {
  it('keeps what is typed, right or wrong, and says nothing of what is wrong', async () => {
    const { id } = await aDraft(club.nobody, visitor)
    await keep(id, { playerEmail: ['lucie@'] })
    const shown = await page(id)
    expect(shown.values['playerEmail']).toEqual(['lucie@'])
    expect(shown.problems).toEqual([])
    expect(shown.draft.resume).toBe('player')
  })

  it('tells which questions the answers bring, and what is computed from them', async () => {
    const { id } = await aDraft(club.nobody, visitor)
    expect(await keep(id, {})).toMatchObject({ computed: {} })
    expect((await keep(id, {})).shown).not.toContain('fee')
    const kept = await keep(id, { level: ['expert'], fee: ['20,50'] })
    expect(kept.shown).toContain('fee')
    expect(kept.computed['feeInWords']).toMatch(/2\s?550/)
    expect((await page(id)).computed).toEqual(kept.computed)
  })

  it('still tells what was wrong when the page had been sent', async () => {
    const draft = await aDraft(club.nobody, visitor)
    await draft.save('player', { ...form, playerEmail: [''] })
    await keep(draft.id, { playerEmail: ['lucie@'] })
    expect((await page(draft.id)).problems.map(({ path }) => path)).toEqual(['playerEmail'])
  })

  it('leaves a page done while all on it is right, and no longer when it is not', async () => {
    const draft = await aDraft(club.nobody, visitor)
    await draft.save('player', form)
    await keep(draft.id, { playerName: ['Lucie Sicardot'] })
    const reviewed = async () => (await reviewDraft(club.nobody, visitor, draft.id)).pages[0]
    expect(await reviewed()).toMatchObject({ done: true })
    expect((await reviewed())?.answers[0]?.display).toBe('Lucie Sicardot')
    await keep(draft.id, { playerName: [''] })
    expect(await reviewed()).toMatchObject({ done: false })
  })

  it('is kept for its holder alone', async () => {
    const { id } = await aDraft(club.nobody, visitor)
    const request = { draftId: id, page: 'player', form }
    await expect(keepPage(club.nobody, newVisitor(), request)).rejects.toMatchObject({ code: 'not-found' })
    await expect(keepPage(club.nobody, visitor, { ...request, page: 'nowhere' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(keep(id, { motive: [], playerName: ['x'.repeat(300_000)] })).rejects.toMatchObject({
      code: 'too-large',
    })
  })
})

describe('an address typed without help', () => {
  const typed = (line: string, more: Record<string, string[]> = {}) => ({
    ...form,
    'home.label': [line],
    ...more,
  })

  it('is placed when it is one address word for word', async () => {
    const draft = await aDraft(club.nobody, visitor)
    expect(await draft.save('player', typed('3 rue neuve'))).toMatchObject({ ok: true })
    const { values } = await page(draft.id)
    expect(values['home.label']).toEqual(['3 rue Neuve, 99120 Plassans'])
    expect(values['home.lat']).toEqual(['43.53'])
  })

  it('is chosen among those it may mean', async () => {
    const draft = await aDraft(club.nobody, visitor)
    const asked = await draft.save('player', typed('27 rue Balaine'))
    expect(asked).toMatchObject({ ok: false, problems: [{ path: 'home', code: 'address_choice' }] })
    const { addresses, problems } = await page(draft.id)
    expect(problems).toMatchObject([{ path: 'home', code: 'address_choice' }])
    const labels = addresses['home']?.map(({ address }) => address.label)
    expect(labels).toEqual(['27 rue Balaine, 99120 Plassans', '27 rue Balaine, 99130 Artaud'])
    const chosen = JSON.stringify(addresses['home']?.[1]?.address)
    const choice = { 'home._asked': ['27 rue Balaine'], 'home._choice': [chosen] }
    expect(await draft.save('player', typed('27 rue Balaine', choice))).toMatchObject({ ok: true })
    expect((await page(draft.id)).values['home.city']).toEqual(['Artaud'])
  })

  it('is kept as it was written, and not asked about again', async () => {
    const draft = await aDraft(club.nobody, visitor)
    await draft.save('player', typed('rue Balaine'))
    const choice = { 'home._asked': ['rue Balaine'], 'home._choice': ['keep'] }
    expect(await draft.save('player', typed('rue Balaine', choice))).toMatchObject({ ok: true })
    expect(await draft.save('player', typed('rue Balaine'))).toMatchObject({ ok: true })
    expect((await page(draft.id)).values['home.label']).toEqual(['rue Balaine'])
  })

  it('is looked for anew when the line was changed after the question', async () => {
    const draft = await aDraft(club.nobody, visitor)
    const choice = { 'home._asked': ['rue Balaine'], 'home._choice': ['keep'] }
    expect(await draft.save('player', typed('27 rue Balaine', choice))).toMatchObject({ ok: false })
  })

  it('is kept when nothing looks like it, but where the field wants a known one', async () => {
    const draft = await aDraft(club.nobody, visitor)
    expect(await draft.save('player', typed('derrière le lavoir'))).toMatchObject({ ok: true })
    const strict = { ...form, 'strictHome.label': ['derrière le lavoir'] }
    expect(await draft.save('player', strict)).toMatchObject({
      ok: false,
      problems: [{ path: 'strictHome', code: 'address_not_found' }],
    })
    const kept = { 'strictHome._asked': ['rue Balaine'], 'strictHome._choice': ['keep'] }
    expect(
      await draft.save('player', { ...form, 'strictHome.label': ['rue Balaine'], ...kept }),
    ).toMatchObject({
      ok: false,
      problems: [{ path: 'strictHome', code: 'address_choice' }],
    })
  })
})

describe('what is known of the person signed in', () => {
  it('is proposed with where it comes from, until it is changed', async () => {
    const lucie = club.as(await club.person('Lucie Macquart'))
    const first = await aDraft(lucie, visitor)
    await first.filledIn({ ...form, 'home.label': ['3 rue neuve'] })
    const filed = await submitDraft(lucie, visitor, first.id)
    if (!filed.ok) throw new Error('it was not filed')

    const { id } = await startDraft(lucie, visitor, 'licence')
    const view = await draftPage(lucie, visitor, id, 'player')
    const origins = Object.fromEntries(view.questions.map(({ key, origin }) => [key, origin]))
    expect(origins).toMatchObject({
      playerName: { from: 'account' },
      playerEmail: { from: 'account' },
      home: { from: 'earlier', number: filed.number, at: expect.stringMatching(/^2026-/) as string },
    })
    expect(origins['level']).toBeUndefined()
    expect(view.values['home.label']).toEqual(['3 rue Neuve, 99120 Plassans'])

    await keepPage(lucie, visitor, {
      draftId: id,
      page: 'player',
      form: { ...form, 'home.label': ['derrière le lavoir'] },
    })
    const after = await draftPage(lucie, visitor, id, 'player')
    expect(after.questions.find(({ key }) => key === 'home')?.origin).toBeUndefined()
  })

  it('is nothing of anybody else, even for who may read the requests of others', async () => {
    const office = await club.organisation('Bureau')
    const secretary = club.as(await club.person('Berthe Secrétaire', { secretary: office }))
    const { id } = await startDraft(secretary, newVisitor(), 'licence')
    const view = await draftPage(secretary, visitor, id, 'player')
    expect(view.questions.find(({ key }) => key === 'home')?.origin).toBeUndefined()
    expect(view.values['home.label']).toBeUndefined()
    expect(view.values['playerName']).toEqual(['Berthe Secrétaire'])
  })

  it('is nothing without an account', async () => {
    const { id } = await aDraft(club.nobody, visitor)
    expect((await page(id)).questions.every(({ origin }) => origin === undefined)).toBe(true)
  })
})
