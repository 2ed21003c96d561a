// SPDX-License-Identifier: MIT
import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { problem } from '../../platform/http/problems.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { openAttachment } from '../documents/index.ts'
import { aDraft, jpeg, pdf, player } from './filing.fixture.ts'
import {
  deleteDraft,
  draftPage,
  newVisitor,
  openDraftFile,
  openDraftThumbnail,
  purgeDrafts,
  reviewDraft,
  submitDraft,
  uploadToDraft,
} from './index.ts'

let tenant: TestTenant
let visitor: string
const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

beforeAll(async () => {
  tenant = await aTenant()
})
beforeEach(() => {
  visitor = newVisitor()
})
afterAll(() => tenant.close())

async function received(
  draft: Awaited<ReturnType<typeof aDraft>>,
  path: string,
  name: string,
  content: Uint8Array,
) {
  const outcome = await draft.upload(path, name, content)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.attachment
}

describe('a file of a draft', () => {
  it('is named, opened and filed with its answer', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const file = await received(draft, 'certificate', 'C:\\certificat.PDF', pdf)
    expect(file).toMatchObject({ name: 'certificat.pdf', kind: 'pdf', size: pdf.length })
    await draft.filledIn(player, { certificate: [file.id] })
    // Not a picture: it has no picture of it made small.
    await expect(openDraftThumbnail(tenant.nobody, visitor, draft.id, file.id)).rejects.toMatchObject({
      code: 'not-found',
    })
    const opened = await openDraftFile(tenant.nobody, visitor, draft.id, file.id)
    expect(await text(await opened.open())).toBe(pdf.toString())
    const review = await reviewDraft(tenant.nobody, visitor, draft.id)
    expect(review.pages[1]?.answers.find(({ key }) => key === 'certificate')?.display).toBe('certificat.pdf')

    await submitDraft(tenant.nobody, visitor, draft.id)
    await expect(openDraftFile(tenant.nobody, visitor, draft.id, file.id)).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await openAttachment(tenant.system, file.id)).attachment.name).toBe('certificat.pdf')
    await expect(openAttachment(tenant.nobody, file.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each([
    ['of another type', 'certificate', 'notes.txt', Buffer.from('des notes'), 'file_kind'],
    [
      'whose name lies',
      'certificate',
      'certificat.pdf',
      Buffer.from('MZ'.padEnd(200, '\0')),
      'file_disguised',
    ],
    ['that is a page', 'certificate', 'certificat.pdf', Buffer.from('<html><script>'), 'file_disguised'],
    ['that is empty', 'certificate', 'certificat.pdf', Buffer.alloc(0), 'file_empty'],
    [
      'that is too large',
      'certificate',
      'certificat.pdf',
      Buffer.concat([pdf, Buffer.alloc(1_000_001)]),
      'file_size',
    ],
  ])('%s is refused at its question, and not stored', async (_what, path, name, content, code) => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', player)
    const outcome = await draft.upload(path, name, content)
    if (outcome.ok) throw new Error('it was received')
    expect(outcome.problem.code).toBe(code)
    expect(await tenant.platform.storage.has(digest(content))).toBe(false)

    const refusedFiles = [{ path, name: outcome.name, problem: outcome.problem }]
    const saved = await draft.save('more', {}, { refusedFiles })
    expect(saved).toMatchObject({ ok: false, problems: [{ path, code, label: 'Certificat' }] })
    expect(!saved.ok && saved.problems[0]?.text).toContain(`«\u00a0${name}\u00a0»`)
  })

  it('is taken out by its button, and does not come back', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', player)
    const kept = await received(draft, 'photos', 'a.jpg', jpeg)
    const taken = await received(draft, 'photos', 'b.jpg', Buffer.concat([jpeg, Buffer.from('b')]))
    await draft.save('more', { photos: [kept.id, taken.id], _remove: [`photos.${taken.id}`] })
    const page = await draftPage(tenant.nobody, visitor, draft.id, 'more')
    expect(page.values).toEqual({ photos: [kept.id] })
    expect(page.files.map(({ name }) => name)).toEqual(['a.jpg'])
    const saved = await draft.save('more', { photos: [kept.id, taken.id] })
    expect(saved).toMatchObject({ ok: false, problems: [{ path: 'photos', code: 'attachment_not_found' }] })
  })

  it('of another draft is refused, and never filed', async () => {
    const mine = await aDraft(tenant.nobody, visitor)
    const other = await aDraft(tenant.nobody, newVisitor())
    const foreign = await received(other, 'certificate', 'certificat.pdf', pdf)
    await mine.save('player', player)
    for (const id of [foreign.id, randomUUID()]) {
      const saved = await mine.save('more', { certificate: [id] })
      expect(saved).toMatchObject({
        ok: false,
        problems: [{ path: 'certificate', code: 'attachment_not_found' }],
      })
    }
    expect(await submitDraft(tenant.nobody, visitor, mine.id)).toMatchObject({
      ok: false,
      refusal: 'incomplete',
    })
    await expect(openDraftThumbnail(tenant.nobody, visitor, mine.id, foreign.id)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(openDraftFile(tenant.nobody, visitor, mine.id, foreign.id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('is not more than its question allows', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', player)
    const files = await Promise.all(
      ['a', 'b', 'c'].map((end) =>
        received(draft, 'photos', `${end}.jpg`, Buffer.concat([jpeg, Buffer.from(end)])),
      ),
    )
    const saved = await draft.save('more', { photos: files.map(({ id }) => id) })
    expect(saved).toMatchObject({ ok: false, problems: [{ path: 'photos', code: 'too_many_files' }] })
  })

  it('is not received for a question that takes none, nor by another browser', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await expect(draft.upload('playerName', 'a.pdf', pdf)).rejects.toMatchObject({ code: 'not-found' })
    await expect(draft.upload('children.0.firstName', 'a.pdf', pdf)).rejects.toMatchObject({
      code: 'not-found',
    })
    const upload = { draftId: draft.id, path: 'certificate', name: 'a.pdf' }
    await expect(
      uploadToDraft(tenant.nobody, newVisitor(), Readable.from([pdf]), upload),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the contents of files', () => {
  it('go with the draft, unless another one holds the same', async () => {
    const first = await aDraft(tenant.nobody, visitor)
    const second = await aDraft(tenant.nobody, newVisitor())
    const [shared, own] = [
      Buffer.concat([pdf, Buffer.from('shared')]),
      Buffer.concat([jpeg, Buffer.from('own')]),
    ]
    await received(first, 'certificate', 'a.pdf', shared)
    await received(second, 'certificate', 'b.pdf', shared)
    await received(first, 'photos', 'a.jpg', own)
    await deleteDraft(tenant.nobody, visitor, first.id)
    expect(await tenant.platform.storage.has(digest(own))).toBe(false)
    expect(await tenant.platform.storage.has(digest(shared))).toBe(true)
    tenant.clock.advance(31 * 86_400_000)
    await purgeDrafts(tenant.platform)
    expect(await tenant.platform.storage.has(digest(shared))).toBe(false)
  })

  it('that were not used go when the request is filed', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const used = await received(draft, 'certificate', 'a.pdf', pdf)
    const unused = Buffer.concat([jpeg, Buffer.from('unused')])
    await received(draft, 'photos', 'unused.jpg', unused)
    await draft.filledIn(player, { certificate: [used.id] })
    await submitDraft(tenant.nobody, visitor, draft.id)
    expect(await tenant.platform.storage.has(digest(unused))).toBe(false)
    expect(await tenant.platform.storage.has(digest(pdf))).toBe(true)
  })

  it.each([
    ['storage-full', 'file_no_room', 'Il n’y a plus de place pour ce fichier'],
    ['storage-unavailable', 'file_not_stored', 'Ce fichier n’a pas pu être enregistré'],
  ] as const)(
    'that our storage cannot take (%s) are told at their question, and the rest is kept',
    async (code, told, sentence) => {
      const broken = { ...tenant.platform.storage, put: () => Promise.reject(problem(code)) }
      const draft = await aDraft({ ...tenant.nobody, storage: broken }, visitor)
      await draft.save('player', { ...player, level: ['expert'] })
      const outcome = await draft.upload('certificate', 'a.pdf', pdf)
      if (outcome.ok) throw new Error('it was received')
      expect(outcome).toMatchObject({ name: 'a.pdf', problem: { code: told }, failure: { code } })

      const refusedFiles = [{ path: 'certificate', name: 'a.pdf', problem: outcome.problem }]
      const saved = await draft.save('more', { motive: ['Jouer'] }, { refusedFiles })
      expect(!saved.ok && saved.problems[0]?.text).toContain(sentence)
      const page = await draftPage(tenant.nobody, visitor, draft.id, 'more')
      expect([page.files, page.values]).toEqual([[], { motive: ['Jouer'] }])
      expect((await draft.save('more', { motive: ['Jouer'] })).ok).toBe(true)
    },
  )
})
