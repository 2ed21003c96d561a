// SPDX-License-Identifier: MIT
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Actor } from '@guichet/engine'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { depositFile, openAttachment } from '../documents/index.ts'
import { entryHistory, takeTransition } from '../entries/index.ts'
import { eventsOfEntry } from '../events/index.ts'
import { addNote, listMessages, listNotes, noteChoices, postMessage } from './index.ts'

let club: TestTenant
let secretary: Context
let coach: Context
let otherCoach: Context
let captain: Context
let player: Context
let playerId: string
let licence: string

beforeAll(async () => {
  club = await aTenant()
  const office = await club.organisation('Bureau')
  const paul = await club.person('Paul Rougon')
  const foxes = await club.organisation('Les Renards', { captain: paul.personId })
  const otters = await club.organisation('Les Loutres')
  const elise = await club.person('Élise Courrière')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  coach = club.as(await club.person('Julien Mouret', { coach: foxes }))
  otherCoach = club.as(await club.person('Fatou Diarra', { coach: otters }))
  captain = club.as(paul)
  player = club.as(elise)
  playerId = elise.personId
  licence = await withTheFoxes(foxes)
})
afterAll(() => club.close())

async function withTheFoxes(foxes: string): Promise<string> {
  const values = { playerName: 'Élise', playerEmail: 'elise@courriel.example', level: 'beginner' }
  const id = await club.entry('club.licence', values, playerId)
  await takeTransition(secretary, { id, version: 1, key: 'send_to_team', answers: { team: foxes } })
  return id
}

function bearer(purpose: string, entryId = licence): Context {
  const person = { email: 'a@b.example', name: 'Dr Pascal', locale: 'fr' } as const
  const link: Actor = { kind: 'link', linkId: randomUUID(), purpose, entryId, ...person }
  return club.as(link)
}

describe('the thread of an entry', () => {
  let thread: string
  beforeEach(async () => {
    thread = await club.entry('club.licence', { playerName: 'Élise' }, playerId)
  })

  it('holds what each side wrote, in order, with who wrote it', async () => {
    await postMessage(secretary, { entryId: thread, body: 'Il manque la photo.', asks: true })
    await postMessage(player, { entryId: thread, body: 'La voici.' })
    await postMessage(bearer('club.doctor', thread), { entryId: thread, body: 'Apte.' })
    const messages = await listMessages(player, thread)
    expect(
      messages.map(({ body, author, fromApplicant, mine, asks }) => [
        body,
        author.name,
        fromApplicant,
        mine,
        asks,
      ]),
    ).toEqual([
      ['Il manque la photo.', 'Nadia Benaïssa', false, false, true],
      ['La voici.', 'Élise Courrière', true, true, false],
      ['Apte.', 'Dr Pascal', false, false, false],
    ])
  })

  it('knows the applicant who writes by their link', async () => {
    await postMessage(bearer('club.player', thread), { entryId: thread, body: 'Bonjour' })
    expect((await listMessages(secretary, thread))[0]).toMatchObject({ fromApplicant: true })
  })

  it('tells each message by an event, without its words', async () => {
    const { id } = await postMessage(player, { entryId: thread, body: 'Un secret' })
    const [event] = await eventsOfEntry(club.system.db, thread, 1)
    expect(event).toMatchObject({ kind: 'message.posted', payload: { messageId: id } })
    expect(JSON.stringify(event)).not.toContain('secret')
  })

  it('keeps the text as it was typed, and nothing that hides in it', async () => {
    const typed = '  <b>Bonjour</b>\r\n\r\n\r\n\r\n\r\nà tous\u202e \u0000👩‍👧\t \n '
    await postMessage(player, { entryId: thread, body: typed })
    expect((await listMessages(player, thread))[0]?.body).toBe('<b>Bonjour</b>\n\n\nà tous 👩‍👧')
  })

  it.each([
    ['an empty message', ' \n\u200b ', 'required'],
    ['an endless one', 'a'.repeat(10_001), 'too_long'],
  ])('refuses %s at its text', async (_what, body, code) => {
    await expect(postMessage(player, { entryId: thread, body })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ path: 'body', code }] },
    })
  })

  it.each([
    ['nobody', () => club.nobody],
    ['the coach of another team', () => otherCoach],
    ['the link of another entry', () => bearer('club.player', randomUUID())],
  ])('does not exist for %s', async (_who, context) => {
    const notFound = { code: 'not-found' }
    await expect(postMessage(context(), { entryId: licence, body: 'Bonjour' })).rejects.toMatchObject(
      notFound,
    )
    await expect(listMessages(context(), licence)).rejects.toMatchObject(notFound)
    await expect(listNotes(context(), licence)).rejects.toMatchObject(notFound)
  })

  it('is closed to who may read the entry and nothing more', async () => {
    const refused = { code: 'not-allowed' }
    await expect(listMessages(captain, licence)).rejects.toMatchObject(refused)
    await expect(postMessage(captain, { entryId: licence, body: 'Bonjour' })).rejects.toMatchObject(refused)
  })
})

describe('a file of the thread', () => {
  const deposit = async (context: Context, entryId: string) => {
    const content = Readable.from([Buffer.from(`%PDF-1.7 ${randomUUID()}`)])
    const received = await depositFile(context, content, { entryId, name: 'plan.pdf' })
    if (!received.ok) throw new Error(received.problem.code)
    return received.attachment.id
  }

  it('is only its sender’s until it is posted, then the thread’s', async () => {
    const id = await deposit(player, licence)
    await expect(openAttachment(secretary, id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await openAttachment(player, id)).attachment.name).toBe('plan.pdf')
    await postMessage(player, { entryId: licence, body: 'Le plan', attachments: [id] })
    expect((await openAttachment(coach, id)).attachment.name).toBe('plan.pdf')
    await expect(openAttachment(captain, id)).rejects.toMatchObject({ code: 'not-found' })
    const messages = await listMessages(secretary, licence)
    expect(messages.at(-1)?.attachments.map(({ name }) => name)).toEqual(['plan.pdf'])
  })

  it('is refused when somebody else sent it, on another entry, or already posted: nothing is posted', async () => {
    const other = await club.entry('club.licence', { playerName: 'Élise' }, playerId)
    const posted = await deposit(player, licence)
    await postMessage(player, { entryId: licence, body: 'Un', attachments: [posted] })
    const before = (await listMessages(player, licence)).length
    for (const id of [
      await deposit(secretary, licence),
      await deposit(player, other),
      posted,
      randomUUID(),
    ]) {
      const message = { entryId: licence, body: 'Deux', attachments: [id] }
      await expect(postMessage(player, message)).rejects.toMatchObject({
        code: 'invalid-input',
        data: { fields: [{ path: 'attachments', code: 'attachment_not_found' }] },
      })
    }
    expect(await listMessages(player, licence)).toHaveLength(before)
  })

  it('is not received from who may not write in the thread', async () => {
    await expect(deposit(captain, licence)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(deposit(otherCoach, licence)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a note', () => {
  it('is read by its audience only', async () => {
    await addNote(secretary, { entryId: licence, audience: 'office', tone: 'negative', body: 'Impayé' })
    await addNote(coach, { entryId: licence, audience: 'coaches', tone: 'positive', body: 'Assidu' })
    const bodies = async (context: Context) => (await listNotes(context, licence)).map(({ body }) => body)
    expect(await bodies(secretary)).toEqual(['Assidu', 'Impayé'])
    expect(await bodies(coach)).toEqual(['Assidu'])
    expect(await bodies(player)).toEqual([])
    expect(await bodies(bearer('club.player'))).toEqual([])
  })

  it('says its tone, its author and its audience in the reader’s language', async () => {
    const entryId = await club.entry('club.licence', { playerName: 'Élise' })
    await addNote(secretary, { entryId, audience: 'coaches', tone: 'information', body: 'Vu' })
    expect(await listNotes(secretary, entryId)).toMatchObject([
      {
        tone: 'information',
        mine: true,
        author: { name: 'Nadia Benaïssa' },
        audience: { key: 'coaches', label: 'Bureau et entraîneurs' },
      },
    ])
  })

  it('leaves a trace in the history, without its words', async () => {
    const entryId = await club.entry('club.licence', { playerName: 'Élise' })
    await addNote(secretary, { entryId, audience: 'office', tone: 'negative', body: 'Un secret' })
    const [line] = await entryHistory(secretary, entryId)
    expect(line?.kind).toBe('note.added')
    expect(JSON.stringify(await eventsOfEntry(club.system.db, entryId, 10))).not.toContain('secret')
  })

  it.each([
    ['for an audience that is not the author’s', () => coach, 'office'],
    ['for an audience that does not exist', () => secretary, 'everyone'],
    ['by the applicant', () => player, 'coaches'],
  ])('is refused %s', async (_why, context, audience) => {
    const note = { entryId: licence, audience, tone: 'information', body: 'Bonjour' }
    await expect(addNote(context(), note)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is refused with an unknown tone, at the tone', async () => {
    const note = { entryId: licence, audience: 'office', tone: 'ironic', body: 'Bonjour' }
    await expect(addNote(secretary, note)).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ path: 'tone', code: 'choice' }] },
    })
  })

  it('may be left for the audiences that the author’s grants open', async () => {
    expect((await noteChoices(secretary, licence)).map(({ key }) => key)).toEqual(['office', 'coaches'])
    expect((await noteChoices(coach, licence)).map(({ key }) => key)).toEqual(['coaches'])
    expect(await noteChoices(player, licence)).toEqual([])
  })
})
