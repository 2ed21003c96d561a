// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { condition } from '../condition/condition.ts'
import { key } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'
import { suggestion } from './suggestion.ts'

/** A field on a page: shown when its condition holds on the answers given so far. */
export const formItem = z.strictObject({
  field: key,
  /** Replaces the field's own label or help on this form. */
  label: localizedText.optional(),
  help: localizedText.optional(),
  required: z.boolean().optional(),
  /**
   * Asked anew each time a transition is taken: what it said before is not shown, and gives way to the new answer,
   * none included.
   */
  anew: z.boolean().optional(),
  showWhen: condition.optional(),
  /** What is proposed to the person signed in, the first that is known: proposed, never asked again. */
  suggestFrom: z.array(suggestion).min(1).optional(),
})
export type FormItem = z.infer<typeof formItem>

/** A title over the fields that follow, or a block of help beside the page. */
export const pageHelp = z.strictObject({ title: localizedText, body: localizedText })

export const formPage = z.strictObject({
  key,
  title: localizedText,
  intro: localizedText.optional(),
  help: pageHelp.optional(),
  showWhen: condition.optional(),
  items: z.array(formItem).min(1),
})
export type FormPage = z.infer<typeof formPage>

/** Fields of one collection, for one purpose and one public. */
export const form = z.strictObject({
  collection: key,
  title: localizedText,
  pages: z.array(formPage).min(1),
})
export type Form = z.infer<typeof form>
