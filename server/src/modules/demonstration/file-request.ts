// SPDX-License-Identifier: MIT
import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type Demonstration,
  type DemonstrationFiling,
  filesNamedBy,
  formFields,
  nobody,
  writeFields,
} from '@guichet/engine'
import { actingAs, type Context, type Platform } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { findProcedure, type InstalledProcedure } from '../catalogue/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { draftOf, newVisitor, savePage, startDraft, submitDraft, uploadToDraft } from '../filing/index.ts'
import { actorOf } from '../people/index.ts'
import { type Cast, resolveValues } from './cast.ts'

type Props = { readonly cast: Cast; readonly files: Demonstration['files'] }

/** As many times as a page may have to be sent again because an answer made a question appear. */
const mostTries = 4

/** Files a request as a browser would: a draft, its files, its pages one after the other, then the sending. */
export async function fileRequest(
  platform: Platform,
  filing: DemonstrationFiling,
  { cast, files }: Props,
): Promise<string> {
  const context = actingAs(platform, await applicant(platform, filing, cast))
  const visitor = newVisitor()
  const installed = findProcedure(await definitionsOf(platform), filing.procedure)
  if (!installed) throw new Error(`no procedure ${filing.procedure}`)
  const { id: draftId } = await startDraft(context, visitor, filing.procedure)
  const deposited = await depositFiles(context, visitor, draftId, filing, files)
  const answers = answersOf(installed, filing, {
    cast,
    files: deposited,
    day: localDay(platform.clock.now(), platform.tenant.timeZone),
  })
  const form = writeFields(installed.collection.fields, answers)
  for (let tries = 0; ;) {
    const { resume } = await draftOf(context, visitor, draftId)
    if (resume === null) break
    const saved = await savePage(context, visitor, { draftId, page: resume, form })
    if (saved.ok) tries = 0
    else if (saved.problems.length > 0 || (tries += 1) > mostTries) {
      throw new Error(`page ${resume}: ${JSON.stringify(saved)}`)
    }
  }
  const submitted = await submitDraft(context, visitor, draftId)
  if (!submitted.ok) throw new Error(`${submitted.refusal}: ${submitted.text}`)
  return submitted.entryId
}

async function applicant(platform: Platform, { person }: DemonstrationFiling, cast: Cast) {
  if (person === undefined) return nobody()
  const actor = await actorOf(platform, cast.get(person) ?? '')
  if (!actor) throw new Error(`no person ${person}`)
  return actor
}

async function depositFiles(
  context: Context,
  visitor: string,
  draftId: string,
  filing: DemonstrationFiling,
  files: Demonstration['files'],
): Promise<Map<string, string>> {
  const deposited = new Map<string, string>()
  for (const [path, value] of Object.entries(filing.answers)) {
    for (const name of filesNamedBy(value)) {
      const source = files[name]
      if (source === undefined) throw new Error(`no file ${name}`)
      const stream = createReadStream(fileURLToPath(source))
      const received = await uploadToDraft(context, visitor, stream, { draftId, path, name })
      if (!received.ok) throw new Error(`${name}: ${received.problem.code}`)
      deposited.set(name, received.attachment.id)
    }
  }
  return deposited
}

/** The answers of the form's fields. A field of several files takes a list, even of one. */
function answersOf(
  { form, collection }: InstalledProcedure,
  filing: DemonstrationFiling,
  resolution: Parameters<typeof resolveValues>[1],
): Record<string, unknown> {
  const asked = new Set(formFields(form))
  const stray = Object.keys(filing.answers).find((key) => !asked.has(key))
  if (stray !== undefined) throw new Error(`the form does not ask for ${stray}`)
  return Object.fromEntries(
    Object.entries(resolveValues(filing.answers, resolution)).map(([key, value]) => [
      key,
      collection.fields[key]?.type === 'files' && typeof value === 'string' ? [value] : value,
    ]),
  )
}
