// SPDX-License-Identifier: MIT
import { formFields } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { type InstalledProcedure, procedureOf } from '../catalogue/index.ts'
import { definitionsOf } from '../definitions/index.ts'

/**
 * Whether a former release asks of the applicant what the one in force does: same collection, same pages, same fields,
 * same conditions for filing. A new sheet, a new view or a new mail changes nothing for who is filling in the form.
 */
export async function asksTheSame(
  context: Context,
  formerReleaseId: string,
  installed: InstalledProcedure,
): Promise<boolean> {
  if (formerReleaseId === installed.release.id) return true
  const former = await (await definitionsOf(context)).release(formerReleaseId)
  const before = procedureOf(former, installed.key)
  return before !== undefined && asked(before) === asked(installed)
}

function asked({ form, collection, collectionRef, procedure }: InstalledProcedure): string {
  const fields = formFields(form).map((key) => collection.fields[key])
  return JSON.stringify([collectionRef, form, fields, procedure.presets ?? {}, procedure.eligibility ?? []])
}
