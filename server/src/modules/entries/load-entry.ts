// SPDX-License-Identifier: MIT
import {
  type Action,
  type Collection,
  type CollectionRef,
  collectionOf,
  type HeldGrant,
  mayDo,
  noteAudiences,
  readableFields,
  tableName,
  writableFields,
} from '@guichet/engine'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { type Definitions, definitionsOf, type Release } from '../definitions/index.ts'
import { decodeRow, fieldColumns, storedFields } from './column-values.ts'
import type { EntriesTables } from './entries.tables.ts'
import { actorGrants, conditionColumns, sqlScope } from './held-grants.ts'

/** An entry as a use case needs it: all its values, and what the actor may do with it. */
export type LoadedEntry = {
  readonly id: string
  readonly collection: CollectionRef
  /** The release under which it was filed: its fields, forms and lifecycle. */
  readonly release: Release
  readonly definition: Collection
  readonly procedure: string | null
  readonly number: string | null
  readonly title: string
  readonly state: string | null
  readonly rememberedState: string | null
  readonly owner: string | null
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly stateSince: Date
  readonly closedAt: Date | null
  /** Every value, unmasked: to decide and to write, never to show. `readable` tells what may be shown. */
  readonly values: Readonly<Record<string, unknown>>
  readonly readable: ReadonlySet<string>
  /** Fields that `edit` may write. */
  readonly writable: ReadonlySet<string>
  readonly noteAudiences: ReadonlySet<string>
  /** The grants that hold on this entry for this actor. */
  readonly holding: readonly HeldGrant[]
  may(action: Action): boolean
  /** Whether the guard of a transition holds; true when it has none. */
  guardHolds(transition: string): boolean
}

type Executor = Db | Tx

export type LoadOptions = {
  /** Locks it until the end of the caller's transaction. */
  readonly forUpdate?: boolean
  /** An entry of another collection is not found. */
  readonly collection?: CollectionRef
}

/**
 * Reads an entry under the actor's grants; `undefined` when there is none or the actor may not read it, which the
 * caller cannot tell apart.
 */
export async function loadEntry(
  executor: Executor,
  context: Context,
  id: string,
  { forUpdate = false, collection: expected }: LoadOptions = {},
): Promise<LoadedEntry | undefined> {
  const definitions = await definitionsOf(context)
  const found = await registryRow(executor, id, forUpdate)
  if (!found) return undefined
  const collection: CollectionRef = `${found.solution}.${found.collection}`
  if (expected !== undefined && expected !== collection) return undefined
  const release = await definitions.release(found.release_id)
  const definition = release.solution.collections[found.collection]
  if (!definition) throw new Error(`release ${release.id} has no collection ${found.collection}`)

  const held = actorGrants(definitions, collection, context)
  if (held.length === 0) return undefined
  const row = await typedRow(executor, context, definitions, { id, collection, definition, held })
  if (!row) return undefined
  const holding = held.filter((_, at) => row.holds(at))
  if (!mayDo(holding, 'read')) return undefined

  return {
    id,
    collection,
    release,
    definition,
    procedure: found.procedure,
    number: found.number,
    title: found.title,
    state: found.state,
    rememberedState: found.remembered_state,
    owner: found.owner_id,
    version: found.version,
    createdAt: found.created_at,
    updatedAt: found.updated_at,
    stateSince: found.state_since,
    closedAt: found.closed_at,
    values: row.values,
    readable: readableFields(holding, definition),
    writable: writableFields(holding, definition),
    noteAudiences: noteAudiences(holding),
    holding,
    may: (action) => mayDo(holding, action),
    guardHolds: row.guardHolds,
  }
}

/** The same, or the refusal that does not tell whether it exists. */
export async function getEntry(
  executor: Executor,
  context: Context,
  id: string,
  options: LoadOptions = {},
): Promise<LoadedEntry> {
  const entry = await loadEntry(executor, context, id, options)
  if (!entry) throw problem('not-found')
  return entry
}

async function registryRow(executor: Executor, id: string, forUpdate: boolean) {
  if (!isUuid(id)) return undefined
  const query = executor
    .withTables<EntriesTables>()
    .selectFrom('entries')
    .select([
      'solution',
      'collection',
      'release_id',
      'procedure',
      'number',
      'title',
      'state',
      'remembered_state',
      'owner_id',
      'version',
      'created_at',
      'updated_at',
      'state_since',
      'closed_at',
    ])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
  return (forUpdate ? query.forUpdate() : query).executeTakeFirst()
}

type TypedRequest = {
  id: string
  collection: CollectionRef
  definition: Collection
  held: readonly HeldGrant[]
}

async function typedRow(
  executor: Executor,
  context: Context,
  definitions: Definitions,
  request: TypedRequest,
) {
  const { id, collection, definition, held } = request
  const scope = sqlScope(definitions, collection, context, 'd')
  const grants = conditionColumns(
    held.map(({ condition }) => condition),
    scope,
    'g',
  )
  const guarded = Object.entries(definition.lifecycle?.transitions ?? {}).flatMap(([key, { guard }]) =>
    guard ? [{ key, condition: guard.condition }] : [],
  )
  const guards = conditionColumns(
    guarded.map(({ condition }) => condition),
    scope,
    't',
  )
  const fields = storedFields(definition)
  const columns = [sql`d.id`, ...fieldColumns(fields, 'd'), ...grants.columns, ...guards.columns]
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns)} from ${sql.id('data', tableName(collection))} as d where d.id = ${id}
  `.execute(executor)
  const row = rows[0]
  return (
    row && {
      values: decodeRow(fields, row),
      holds: (at: number) => grants.holds(row, at),
      guardHolds: (transition: string) => {
        const at = guarded.findIndex(({ key }) => key === transition)
        return at === -1 || guards.holds(row, at)
      },
    }
  )
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id from an address bar is looked up only when it can be one. */
export function isUuid(id: string): boolean {
  return uuid.test(id)
}

/** `request` of `town-desk.request`, for the registry. */
export function registryNames(ref: CollectionRef): { solution: string; collection: string } {
  return { solution: ref.slice(0, ref.indexOf('.')), collection: collectionOf(ref) }
}
