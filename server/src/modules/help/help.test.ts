// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screens, type Solution } from '@guichet/engine'
import { fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { club } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { helpBeside, helpPageOf, helpPictureRoutes, listHelp } from './index.ts'

const text = (fr: string, en: string) => ({ fr, en })

const withHelp: Solution = {
  ...club,
  help: {
    player: {
      title: text('Demander une licence', 'Ask for a licence'),
      lead: text('De la demande à la réponse.', 'From the request to the answer.'),
      order: 1,
      sections: [
        {
          title: text('Déposer', 'File'),
          body: text(
            'Choisissez un niveau.\n\nJoignez le certificat.',
            'Choose a level.\n\nAttach the certificate.',
          ),
          picture: { name: 'filing', shows: text('Le formulaire', 'The form'), shape: 'telephone' },
        },
        {
          title: text('Suivre', 'Follow'),
          body: text('Ouvrez le lien.', 'Open the link.'),
          screens: ['portal.request', 'desk.queue'],
          picture: { name: 'never-taken', shows: text('Le suivi', 'The follow-up'), shape: 'screen' },
        },
      ],
    },
    secretary: {
      title: text('Vérifier les licences', 'Check licences'),
      lead: text('Pour le secrétariat.', 'For the secretary.'),
      roles: ['secretary'],
      order: 2,
      sections: [
        {
          title: text('La file', 'The queue'),
          body: text('La plus ancienne d’abord.', 'Oldest first.'),
          screens: ['desk.queue'],
        },
      ],
    },
  },
}

const folder = mkdtempSync(join(tmpdir(), 'guichet-help-'))
const pictures = new Map([['club/filing', join(folder, 'filing.jpg')]])
let tenant: TestTenant

beforeAll(async () => {
  writeFileSync(join(folder, 'filing.jpg'), 'a picture')
  tenant = await aTenant({ solutions: [withHelp] })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await tenant.close()
})

describe('the help pages', () => {
  it('are there for everybody, in the order of the solution', async () => {
    expect((await listHelp(tenant.nobody)).map(({ key, isMine }) => [key, isMine])).toEqual([
      ['player', false],
      ['secretary', false],
      ['portail', false],
    ])
  })

  it('begin with those of a role that the reader holds', async () => {
    const office = await tenant.organisation('Bureau')
    const secretary = tenant.as(await tenant.person('Nadia Benaïssa', { secretary: office }))
    expect((await listHelp(secretary)).map(({ key, isMine }) => [key, isMine])).toEqual([
      ['secretary', true],
      ['player', false],
      ['portail', false],
      ['bureau', false],
    ])
  })
})

describe('the help beside a screen', () => {
  const titlesFor = async (
    who: typeof tenant.nobody,
    ...asked: Parameters<typeof helpBeside>[1]['screens']
  ) => (await helpBeside(who, { screens: asked })).map(({ title }) => title)

  it('is first that of the reader’s role, then that of everybody, then that of the product', async () => {
    const office = await tenant.organisation('Bureau')
    const secretary = tenant.as(await tenant.person('Paul Ardent', { secretary: office }))
    const [first, second, third, ...others] = await titlesFor(secretary, 'desk.queue')
    expect([first, second, others]).toEqual(['La file', 'Suivre', []])
    expect(third).toContain('trier')
  })

  it('leaves out what is written for another role', async () => {
    expect(await titlesFor(tenant.nobody, 'desk.queue')).not.toContain('La file')
  })

  it('says which of the screens it stands beside, and leads to its place on its page', async () => {
    const [found] = await helpBeside(tenant.nobody, { screens: ['portal.request', 'link.request'] })
    expect(found).toEqual({
      screens: ['portal.request'],
      title: 'Suivre',
      paragraphs: ['Ouvrez le lien.'],
      address: '/aide/club/player#etape-2',
      pageTitle: 'Demander une licence',
    })
    const { sections } = await helpPageOf(tenant.nobody, { solution: 'club', page: 'player' })
    expect(sections[1]?.anchor).toBe('etape-2')
  })

  it.each(screens)('is never empty: %s', async (screen) => {
    const [found] = await helpBeside(tenant.nobody, { screens: [screen] })
    const [, , solution = '', page = ''] = found?.address.replace(/#.*/, '').split('/') ?? []
    expect(await helpPageOf(tenant.nobody, { solution, page })).toMatchObject({ title: found?.pageTitle })
  })
})

describe('a help page', () => {
  it('is read in the language of the reader, with the pictures that were shipped', async () => {
    const page = await helpPageOf({ ...tenant.nobody, pictures }, { solution: 'club', page: 'player' })
    expect(page.sections).toEqual([
      {
        anchor: 'etape-1',
        title: 'Déposer',
        paragraphs: ['Choisissez un niveau.', 'Joignez le certificat.'],
        picture: { address: '/aide/images/club/filing.jpg', shows: 'Le formulaire', shape: 'telephone' },
      },
      { anchor: 'etape-2', title: 'Suivre', paragraphs: ['Ouvrez le lien.'] },
    ])
  })

  it.each([
    ['club', 'nothing'],
    ['nothing', 'player'],
    ['club', 'constructor'],
  ])('that does not exist is not found: %s, %s', async (solution, page) => {
    await expect(helpPageOf(tenant.nobody, { solution, page })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a picture of a help page', () => {
  const app = fastify()
  beforeAll(() => helpPictureRoutes(app, { pictures }))
  afterAll(() => app.close())

  it('is served to everybody', async () => {
    const answer = await app.inject('/aide/images/club/filing.jpg')
    expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([
      200,
      'image/jpeg',
      'a picture',
    ])
  })

  it.each(['club/other.jpg', 'other/filing.jpg', 'club/..%2Ffiling.jpg', 'club/filing.png'])(
    'that was not shipped is refused: %s',
    async (path) => {
      expect((await app.inject(`/aide/images/${path}`)).statusCode).toBeGreaterThanOrEqual(400)
    },
  )
})
