// SPDX-License-Identifier: MIT
import { type Collection, defineSolution, type Field, type Procedure, type Solution } from '@guichet/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { club } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { listProcedures, sheetOf } from './index.ts'

const text = (fr: string, en: string) => ({ fr, en })
const inSport = { theme: 'sport', form: 'ask', sheet: { lead: text('Pour tous.', 'For all.') } }

const procedures: Record<string, Procedure> = {
  licence: {
    ...inSport,
    title: text('Demander une licence', 'Ask for a licence'),
    summary: text('Pour jouer toute l’année.', 'To play all year.'),
    keywords: { fr: ['adhésion', 'inscription'], en: ['membership'] },
    order: 2,
    minutes: 5,
    sheet: {
      lead: text('La licence est annuelle.', 'A licence lasts a year.'),
      facts: [{ label: text('Coût', 'Cost'), value: text('Gratuit', 'Free') }],
      documents: [{ title: text('Certificat médical', 'Medical certificate'), field: 'certificate' }],
    },
  },
  'loan-of-kit': {
    ...inSport,
    title: text('Emprunter du matériel', 'Borrow equipment'),
    summary: text('Ballons, filets et chasubles.', 'Balls, nets and bibs.'),
    order: 1,
    opensOn: '2026-12-01',
  },
  room: {
    ...inSport,
    theme: 'places',
    title: text('Réserver une salle', 'Book a room'),
    summary: text('Réunions et fêtes du club.', 'Meetings and parties.'),
    closesOn: '2026-11-21',
  },
}

const model = { label: text('À faire signer', 'To be signed'), url: 'https://club.example/certificat.pdf' }
const licence = club.collections['licence'] as Collection
const certificate = licence.fields['certificate'] as Extract<Field, { type: 'file' }>

const solution: Solution = defineSolution({
  ...club,
  collections: {
    ...club.collections,
    licence: { ...licence, fields: { ...licence.fields, certificate: { ...certificate, model } } },
  },
  themes: { ...club.themes, places: { title: text('Lieux', 'Places'), icon: 'home' } },
  procedures,
})

let tenant: TestTenant
beforeAll(async () => {
  tenant = await aTenant({ solutions: [solution] })
})
afterAll(() => tenant.close())

async function found(q: string): Promise<string[]> {
  return (await listProcedures(tenant.nobody, { q })).procedures.map(({ key }) => key)
}

describe('the catalogue', () => {
  it('offers words that find the first procedures, and shows how a number is written', async () => {
    const { often, numberExample } = await listProcedures(tenant.nobody)
    expect(often).toEqual(['adhésion'])
    expect(numberExample).toBe('LIC-2026-04182')
    expect(await found(often[0] ?? '')).toEqual(['licence'])
  })

  it('shows every procedure in order, those that cannot be started today at the end', async () => {
    const { procedures: tiles, total } = await listProcedures(tenant.nobody)
    expect(tiles.map(({ key, opening }) => [key, opening.open])).toEqual([
      ['licence', true],
      ['room', true],
      ['loan-of-kit', false],
    ])
    expect(total).toBe(3)
    expect(tiles[2]?.opening).toEqual({ open: false, because: 'not-yet', opensOn: '2026-12-01' })
  })

  it('counts the themes of what the search finds, whatever the theme chosen', async () => {
    const { procedures: tiles, themes } = await listProcedures(tenant.nobody, { theme: 'places' })
    expect(tiles.map(({ key }) => key)).toEqual(['room'])
    expect(themes).toEqual([
      { key: 'sport', title: 'Sport', count: 2 },
      { key: 'places', title: 'Lieux', icon: 'home', count: 1 },
    ])
    expect((await listProcedures(tenant.nobody, { q: 'licence' })).themes.map(({ key }) => key)).toEqual([
      'sport',
    ])
  })

  it('finds nothing under an unknown theme', async () => {
    expect((await listProcedures(tenant.nobody, { theme: 'constructor' })).procedures).toEqual([])
  })

  it.each([
    ['licences', ['licence']],
    ['ADHESION', ['licence']],
    ['membership', ['licence']],
    ['je veux réserver la salle', ['room']],
    ['resever', ['room']],
    ['lieu', ['room']],
    ['ballon', ['loan-of-kit']],
    ['année', ['licence']],
    ['piscine', []],
    ['de la', []],
    ['%_\\', []],
  ])('searched for %j finds %j', async (q, keys) => {
    expect(await found(q)).toEqual(keys)
  })

  it('puts the best answer first: a title before a summary', async () => {
    expect(await found('salle club')).toEqual(['room'])
    expect((await found('sport'))[0]).toBe('loan-of-kit')
  })

  it('speaks the reader’s language', async () => {
    const english = tenant.as({ kind: 'nobody', locale: 'en' })
    const { procedures: tiles } = await listProcedures(english, { q: 'room' })
    expect(tiles).toMatchObject([{ title: 'Book a room', theme: { title: 'Places' } }])
  })
})

describe('a sheet', () => {
  it('says what the public reads before starting', async () => {
    expect(await sheetOf(tenant.nobody, 'licence')).toMatchObject({
      key: 'licence',
      title: 'Demander une licence',
      lead: 'La licence est annuelle.',
      minutes: 5,
      facts: [{ label: 'Coût', value: 'Gratuit' }],
      documents: [{ title: 'Certificat médical', model: { label: 'À faire signer', url: model.url } }],
      steps: [],
      asks: ['Le joueur', 'Précisions'],
      opening: { open: true },
    })
  })

  it('is found by its full name too', async () => {
    expect((await sheetOf(tenant.nobody, 'club.room')).opening).toEqual({ open: true, until: '2026-11-21' })
  })

  it.each(['unknown', 'constructor', '__proto__', 'other.licence'])('of %s does not exist', async (key) => {
    await expect(sheetOf(tenant.nobody, key)).rejects.toMatchObject({ code: 'not-found' })
  })
})
