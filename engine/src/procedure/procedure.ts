// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { condition } from '../condition/condition.ts'
import { regimeChange } from '../legal/regime-change.ts'
import { regime } from '../legal/regime.ts'
import { iconName, key, slug } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'

/** Shelf of the catalogue. */
export const theme = z.strictObject({ title: localizedText, icon: iconName.optional() })

/** A document to prepare before starting. */
export const requiredDocument = z.strictObject({
  title: localizedText,
  detail: localizedText.optional(),
  /** The field that receives it: its model is offered on the sheet too. */
  field: key.optional(),
})

export const sheetStep = z.strictObject({ title: localizedText, detail: localizedText })
export const question = z.strictObject({ question: localizedText, answer: localizedText })
/** A figure of the sheet: « Coût » → « Gratuit ». */
export const fact = z.strictObject({ label: localizedText, value: localizedText })

/** What the public reads before starting. */
export const sheet = z.strictObject({
  lead: localizedText,
  facts: z.array(fact).optional(),
  notice: z.strictObject({ title: localizedText, body: localizedText }).optional(),
  steps: z.array(sheetStep).optional(),
  documents: z.array(requiredDocument).optional(),
  questions: z.array(question).optional(),
  updatedOn: z.iso.date().optional(),
})

/** How the public finds and starts a form. */
export const procedure = z.strictObject({
  title: localizedText,
  summary: localizedText,
  theme: key,
  icon: iconName.optional(),
  /** Words that find it although they are not on the sheet: « lampadaire, nid-de-poule ». */
  keywords: z.strictObject({ fr: z.array(z.string()), en: z.array(z.string()) }).optional(),
  form: slug,
  sheet,
  /** Usual time to fill it in, and usual time to the answer. */
  minutes: z.int().positive().optional(),
  answerDays: z.int().positive().optional(),
  /** False: not in the catalogue, and not to be started. A body says it in its adjustments. */
  offered: z.boolean().optional(),
  /** Calendar days, both included; outside of them the sheet says so and cannot be started. */
  opensOn: z.iso.date().optional(),
  closesOn: z.iso.date().optional(),
  /** Values written to the entry on filing (the procedure's own kind, for instance). */
  presets: z.record(key, z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** Who files under the profile of an organisation files for it: the reference field that it is written to. */
  forOrganisation: key.optional(),
  /** Checked on the answers before filing; the sentence says why one cannot file. */
  eligibility: z.array(z.strictObject({ condition, otherwise: localizedText })).optional(),
  /** What the law says of its requests: what silence decides, when, and what the acknowledgement must say. */
  regime: regime.optional(),
  /** Its later regimes, each from a day on: see `regimeOn`. */
  regimeChanges: z.array(regimeChange).max(50).optional(),
  /** Lower comes first. */
  order: z.int().optional(),
})
export type Procedure = z.infer<typeof procedure>
