// SPDX-License-Identifier: MIT
import { type FileModel, inLocale, type LocalizedText, regimeOn, silenceRule } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { findProcedure, type InstalledProcedure } from './installed-procedures.ts'
import { type ProcedureTile, tileOf } from './tiles.ts'

/** What the public reads before starting, in the reader's language. */
export type ProcedureSheet = ProcedureTile & {
  readonly lead: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly notice?: { readonly title: string; readonly body: string }
  readonly steps: readonly { readonly title: string; readonly detail: string }[]
  readonly documents: readonly {
    readonly title: string
    readonly detail?: string
    /** What to download and fill in. */
    readonly model?: { readonly label: string; readonly url: string }
  }[]
  readonly questions: readonly { readonly question: string; readonly answer: string }[]
  /** Titles of the pages of its form: what will be asked. */
  readonly asks: readonly string[]
  /** What silence means, and when; absent where no regime says it. */
  readonly silence?: string
  /** `YYYY-MM-DD`. */
  readonly updatedOn?: string
}

/** The sheet of a procedure in force. Public, like the catalogue. @throws Problem `not-found` */
export async function sheetOf(context: Context, procedureKey: string): Promise<ProcedureSheet> {
  const installed = findProcedure(await definitionsOf(context), procedureKey)
  if (!installed) throw problem('not-found')
  const { locale } = context.actor
  const say = (text: LocalizedText): string => inLocale(text, locale)
  const { sheet } = installed.procedure
  const today = localDay(context.clock.now(), context.tenant.timeZone)
  const regime = regimeOn(installed.procedure, today)
  return {
    ...tileOf(installed, locale, today),
    lead: say(sheet.lead),
    facts: (sheet.facts ?? []).map(({ label, value }) => ({ label: say(label), value: say(value) })),
    steps: (sheet.steps ?? []).map(({ title, detail }) => ({ title: say(title), detail: say(detail) })),
    documents: (sheet.documents ?? []).map(({ title, detail, field }) => {
      const model = modelOf(installed, field)
      return {
        title: say(title),
        ...(detail && { detail: say(detail) }),
        ...(model && { model: { label: say(model.label), url: model.url } }),
      }
    }),
    questions: (sheet.questions ?? []).map(({ question, answer }) => ({
      question: say(question),
      answer: say(answer),
    })),
    asks: installed.form.pages.map(({ title }) => say(title)),
    ...(regime && { silence: silenceRule(regime, locale) }),
    ...(sheet.notice && { notice: { title: say(sheet.notice.title), body: say(sheet.notice.body) } }),
    ...(sheet.updatedOn !== undefined && { updatedOn: sheet.updatedOn }),
  }
}

/** What is to be downloaded for the field that a document is joined to. */
function modelOf({ collection }: InstalledProcedure, key: string | undefined): FileModel | undefined {
  const field =
    key !== undefined && Object.hasOwn(collection.fields, key) ? collection.fields[key] : undefined
  return field?.type === 'file' || field?.type === 'files' ? field.model : undefined
}
