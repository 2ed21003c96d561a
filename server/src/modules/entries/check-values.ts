// SPDX-License-Identifier: MIT
import {
  checkFields,
  type Collection,
  collectionRef,
  type CollectionRef,
  conditionFor,
  type Field,
  mayDo,
  solutionOf,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { inputProblems, type PlacedFieldProblem } from '../../platform/http/input-problems.ts'
import { problem } from '../../platform/http/problems.ts'
import { momentOf } from '../../platform/local-day.ts'
import { attachmentsOf, namedFiles } from '../attachments/index.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'
import { existingIds, leadsTo, titlesWhere } from './entries.queries.ts'
import { actorGrants } from './held-grants.ts'

export type CheckRequest = {
  readonly collection: CollectionRef
  readonly definition: Collection
  /** Values to write, by field: the others are left alone. */
  readonly candidates: Readonly<Record<string, unknown>>
  /** Fields that the actor may write here. */
  readonly writable: ReadonlySet<string>
  /**
   * `all` on creation: every required field. `given` on a change: required fields among those given, which cannot
   * be emptied. `none` when a form has asked for what it requires.
   */
  readonly required: 'all' | 'given' | 'none'
  /** Where the files that values name were received: this entry, or the draft it is filed from. Absent: no file. */
  readonly files?: { readonly entryId: string } | { readonly draftId: string } | undefined
}

/**
 * Checks values before they are written: known fields, the right to write each, each type's own rules, and that what
 * they refer to exists for the actor. A file is only what was received here, for that field: naming one of another
 * entry would give it to the readers of this one.
 *
 * @returns the normalised values, of the candidates only
 * @throws Problem `unknown-field`; `invalid-input` with the place of each problem
 */
export async function checkValues(
  tx: Tx,
  context: Context,
  request: CheckRequest,
): Promise<Record<string, unknown>> {
  const { definition, candidates } = request
  const keys = Object.keys(candidates)
  const unknown = keys.filter((key) => !Object.hasOwn(definition.fields, key))
  if (unknown[0] !== undefined) throw problem('unknown-field', { field: unknown[0] })
  const forbidden = keys.filter((key) => !request.writable.has(key))
  if (forbidden.length > 0) {
    throw problem('invalid-input', {
      fields: inputProblems(forbidden.map((path) => ({ path, problem: { code: 'read_only' } }))),
    })
  }

  const fields = request.required === 'all' ? definition.fields : pick(definition.fields, keys)
  const { timeZone } = context.tenant
  const checked = checkFields(fields, candidates, {
    required: request.required === 'none' ? 'skip' : 'enforce',
    timeZone,
    moment: momentOf(context.clock.now(), timeZone),
  })
  if (!checked.ok) throw problem('invalid-input', { fields: inputProblems(checked.problems) })
  const values = pick(checked.values, keys)
  const broken = [
    ...(await brokenReferences(tx, context, request, values)),
    ...(await brokenFiles(tx, request, values)),
    ...(await cycles(tx, request, values)),
  ]
  if (broken.length > 0) throw problem('invalid-input', { fields: inputProblems(broken) })
  return values
}

/** References to what does not exist, or what the actor may not read: the same problem, at the field. */
async function brokenReferences(
  tx: Tx,
  context: Context,
  request: CheckRequest,
  values: Readonly<Record<string, unknown>>,
): Promise<PlacedFieldProblem[]> {
  const definitions = await definitionsOf(context)
  const problems: PlacedFieldProblem[] = []
  for (const [key, value] of Object.entries(values)) {
    const field = request.definition.fields[key]
    const ids = field && referredIds(field, value)
    if (!ids || ids.length === 0 || !('to' in field)) continue
    const target = collectionRef(field.to, solutionOf(request.collection))
    const found = await reachableIds(tx, context, definitions, target, ids)
    if (ids.some((id) => !found.has(id))) {
      problems.push({ path: key, problem: { code: 'reference_not_found' } })
    }
  }
  return problems
}

/** References that would lead back to the entry they are written on. A new entry is led to by none. */
async function cycles(
  tx: Tx,
  { collection, definition, files }: CheckRequest,
  values: Readonly<Record<string, unknown>>,
): Promise<PlacedFieldProblem[]> {
  if (!files || !('entryId' in files)) return []
  const problems: PlacedFieldProblem[] = []
  for (const [key, value] of Object.entries(values)) {
    const field = definition.fields[key]
    if ((field?.type !== 'reference' && field?.type !== 'references') || !field.acyclic) continue
    const from = referredIds(field, value) ?? []
    if (from.length === 0) continue
    const leads = await leadsTo(
      tx,
      { collection, field: key, many: field.type === 'references' },
      from,
      files.entryId,
    )
    if (leads) problems.push({ path: key, problem: { code: 'reference_cycle' } })
  }
  return problems
}

async function brokenFiles(
  tx: Tx,
  { definition, files }: CheckRequest,
  values: Readonly<Record<string, unknown>>,
): Promise<PlacedFieldProblem[]> {
  const named = namedFiles(definition.fields, values)
  if (named.length === 0) return []
  const ids = named.map(({ id }) => id)
  const received = files ? await attachmentsOf(tx, files, ids) : []
  const broken = named.filter(
    ({ id, field }) => !received.some((file) => file.id === id && file.field === field),
  )
  return [...new Set(broken.map(({ field }) => field))].map((path) => ({
    path,
    problem: { code: 'attachment_not_found' },
  }))
}

function referredIds(field: Field, value: unknown): string[] | undefined {
  if (field.type === 'reference') return typeof value === 'string' ? [value] : []
  if (field.type === 'references')
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
  return undefined
}

async function reachableIds(
  tx: Tx,
  context: Context,
  definitions: Definitions,
  target: CollectionRef,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (context.actor.kind === 'system') return existingIds(tx, target, ids)
  const held = actorGrants(definitions, target, context)
  if (!mayDo(held, 'read')) return new Set()
  const titles = await titlesWhere(tx, context, definitions, {
    collection: target,
    ids,
    condition: conditionFor(held, 'read'),
  })
  return new Set(titles.keys())
}

function pick<V>(record: Readonly<Record<string, V>>, keys: readonly string[]): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)))
}
