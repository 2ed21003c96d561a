// SPDX-License-Identifier: MIT
import { type Collection, type CollectionRef, type Field, isEmpty } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { eventActor } from '../events/index.ts'
import { insertReads } from './sensitive-reads.queries.ts'

/** How a value reached its reader. */
export const readingWays = ['page', 'print', 'list', 'api', 'history', 'approval', 'file'] as const
export type ReadingWay = (typeof readingWays)[number]

/** An entry that is being shown, with the values that its reader may read. */
export type Shown = { readonly id: string; readonly values: Readonly<Record<string, unknown>> }

/**
 * Notes who reads sensitive fields of entries, before they are shown: what is not noted is not shown. One statement a
 * request, and none when no shown field is sensitive. The body itself, in its flows, is nobody who reads.
 *
 * `among`: the fields that are shown, when not all of the values are.
 */
export async function logReads(
  context: Context,
  way: ReadingWay,
  {
    collection,
    definition,
    entries,
    among,
  }: {
    readonly collection: CollectionRef
    readonly definition: Collection
    readonly entries: readonly Shown[]
    readonly among?: readonly string[] | undefined
  },
): Promise<void> {
  if (context.actor.kind === 'system') return
  const sensitive = sensitiveKeys(definition).filter((key) => among === undefined || among.includes(key))
  if (sensitive.length === 0) return
  const { kind, id, name } = eventActor(context.actor)
  const at = context.clock.now()
  const rows = entries.flatMap((entry) => {
    const fields = sensitive.filter((key) => !isEmpty(entry.values[key]))
    return fields.length === 0
      ? []
      : [
          {
            at,
            entry_id: entry.id,
            collection,
            fields,
            way,
            actor_kind: kind,
            actor_id: id,
            actor_name: name,
          },
        ]
  })
  if (rows.length > 0) await insertReads(context.db, rows)
}

function sensitiveKeys({ fields }: Collection): string[] {
  return Object.entries(fields).flatMap(([key, field]) => (isSensitive(field) ? [key] : []))
}

/** A group is as sensitive as what it is made of. */
function isSensitive(field: Field): boolean {
  if (field.sensitive === true) return true
  return field.type === 'group' && Object.values(field.fields).some((member) => member.sensitive === true)
}
