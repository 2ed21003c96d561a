// SPDX-License-Identifier: MIT
import { type BodySettings, bodySettings, type LocalizedText } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { requireStudio } from '../definitions/index.ts'
import { recordEvent } from '../events/index.ts'
import { bodySentences } from './body-messages.ts'
import { readBody, saveBody, unnamed } from './tenant-settings.ts'

/** A setting that was not taken, and what is expected of it. */
export type BodyProblem = { readonly path: keyof BodySettings; readonly text: LocalizedText }
export type BodyChanged =
  | { readonly ok: true; readonly body: BodySettings }
  | { readonly ok: false; readonly problems: readonly BodyProblem[] }

/**
 * What the body says of itself now; `isSet` is false before anybody has said anything.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function showBody(
  context: Context,
): Promise<{ readonly body: BodySettings; readonly isSet: boolean }> {
  await requireStudio(context)
  const body = await readBody(context.db)
  return { body: body ?? unnamed, isSet: body !== undefined }
}

/**
 * Changes what the body says of itself; what is not given stays. It shows at once, in every process, and the journal
 * keeps what each setting was before. Refused values are told by setting, and nothing is changed.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function changeBody(
  context: Context,
  given: Readonly<Partial<Record<keyof BodySettings, unknown>>>,
): Promise<BodyChanged> {
  await requireStudio(context)
  const outcome = await context.db.transaction().execute(async (tx): Promise<BodyChanged> => {
    const before = (await readBody(tx)) ?? unnamed
    const read = bodySettings.safeParse({ ...before, ...given })
    if (!read.success) {
      // The schema is strict: each of its issues is at one of its keys.
      const paths = new Set(read.error.issues.map(({ path }) => path[0] as keyof BodySettings))
      return { ok: false, problems: [...paths].map((path) => ({ path, text: bodySentences[path] })) }
    }
    const changes = bodyChanges(before, read.data)
    await saveBody(tx, read.data)
    if (Object.keys(changes).length > 0)
      await recordEvent(tx, context, { kind: 'body.changed', payload: { changes } })
    return { ok: true, body: read.data }
  })
  if (outcome.ok) await context.refreshTenant()
  return outcome
}

/** What differs, before and after, by setting. */
export function bodyChanges(before: BodySettings, after: BodySettings) {
  const keys = Object.keys({ ...before, ...after }) as (keyof BodySettings)[] // its own keys: the schema is strict
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return Object.fromEntries(changed.map((key) => [key, [before[key] ?? null, after[key] ?? null] as const]))
}
