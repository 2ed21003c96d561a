// SPDX-License-Identifier: MIT
import {
  type Action,
  type Collection,
  type CollectionRef,
  collectionOf,
  type HeldGrant,
  type Locale,
  mayDo,
  noteAudiences,
  readableFields,
  tableName,
  writableFields,
} from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
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
  /** Language in which it was filed; null when the body itself created it. */
  readonly locale: Locale | null
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly stateSince: Date
  readonly closedAt: Date | null
  /** Last day before silence decides, `YYYY-MM-DD`. */
  readonly legalDueOn: string | null
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
  const [found] = await registryRows(executor, [id], forUpdate)
  if (!found || (expected !== undefined && expected !== refOf(found))) return undefined
  const [entry] = await loadFound(executor, context, [found])
  return entry
}

/**
 * The same for many entries, in one statement for each of their collections and one more. Those that the actor may
 * not read are absent.
 */
export async function loadEntries(
  executor: Executor,
  context: Context,
  ids: readonly string[],
): Promise<Map<string, LoadedEntry>> {
  const found = await registryRows(executor, ids, false)
  const alike = Map.groupBy(found, (row) => `${refOf(row)} ${row.release_id}`)
  const entries: LoadedEntry[] = []
  for (const rows of alike.values()) entries.push(...(await loadFound(executor, context, rows)))
  return new Map(entries.map((entry) => [entry.id, entry]))
}

/** The entries of registry rows of one collection and release, where the actor may read them. */
async function loadFound(
  executor: Executor,
  context: Context,
  found: readonly RegistryRow[],
): Promise<LoadedEntry[]> {
  const [first] = found
  if (!first) return []
  const definitions = await definitionsOf(context)
  const collection = refOf(first)
  const release = await definitions.release(first.release_id)
  const definition = release.solution.collections[first.collection]
  if (!definition) throw new Error(`release ${release.id} has no collection ${first.collection}`)

  const held = actorGrants(definitions, collection, context)
  if (held.length === 0) return []
  const ids = found.map(({ id }) => id)
  const rows = await typedRows(executor, context, definitions, { ids, collection, definition, held })
  return found.flatMap((registered) => {
    const row = rows.get(registered.id)
    const holding = row ? held.filter((_, at) => row.holds(at)) : []
    if (!row || !mayDo(holding, 'read')) return []
    return [toLoaded(registered, row, { collection, release, definition, holding })]
  })
}

type Shared = Pick<LoadedEntry, 'collection' | 'release' | 'definition' | 'holding'>

function toLoaded(registered: RegistryRow, row: TypedRow, shared: Shared): LoadedEntry {
  const { definition, holding } = shared
  return {
    ...shared,
    id: registered.id,
    procedure: registered.procedure,
    number: registered.number,
    title: registered.title,
    state: registered.state,
    rememberedState: registered.remembered_state,
    owner: registered.owner_id,
    locale: registered.locale,
    version: registered.version,
    createdAt: registered.created_at,
    updatedAt: registered.updated_at,
    stateSince: registered.state_since,
    closedAt: registered.closed_at,
    legalDueOn: row.legalDueOn,
    values: row.values,
    readable: readableFields(holding, definition),
    writable: writableFields(holding, definition),
    noteAudiences: noteAudiences(holding),
    may: (action) => mayDo(holding, action),
    guardHolds: (transition) => row.guardHolds(transition),
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

type RegistryRow = Awaited<ReturnType<typeof registryRows>>[number]

async function registryRows(executor: Executor, ids: readonly string[], forUpdate: boolean) {
  const wanted = ids.filter(isUuid)
  if (wanted.length === 0) return []
  const query = executor
    .withTables<EntriesTables>()
    .selectFrom('entries')
    .select([
      'id',
      'solution',
      'collection',
      'release_id',
      'procedure',
      'number',
      'title',
      'state',
      'remembered_state',
      'owner_id',
      'locale',
      'version',
      'created_at',
      'updated_at',
      'state_since',
      'closed_at',
    ])
    .where('id', '=', anyOf(wanted))
    .where('deleted_at', 'is', null)
  return (forUpdate ? query.forUpdate() : query).execute()
}

function refOf({ solution, collection }: RegistryRow): CollectionRef {
  return `${solution}.${collection}`
}

/** One id as itself, which the plan of a single row serves best. */
function anyOf(ids: readonly string[]): RawBuilder<string> {
  return ids.length === 1 ? sql<string>`${ids[0]}` : sql<string>`any(${ids}::uuid[])`
}

type TypedRequest = {
  ids: readonly string[]
  collection: CollectionRef
  definition: Collection
  held: readonly HeldGrant[]
}

type TypedRow = {
  readonly legalDueOn: string | null
  readonly values: Readonly<Record<string, unknown>>
  /** Whether the condition of the held grant at this place holds. */
  holds(at: number): boolean
  guardHolds(transition: string): boolean
}

async function typedRows(
  executor: Executor,
  context: Context,
  definitions: Definitions,
  request: TypedRequest,
): Promise<Map<string, TypedRow>> {
  const { ids, collection, definition, held } = request
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
  const columns = [
    sql`d.id`,
    sql`d.legal_due_on`,
    ...fieldColumns(fields, 'd'),
    ...grants.columns,
    ...guards.columns,
  ]
  const { rows } = await sql<{ id: string; legal_due_on: string | null } & Record<string, unknown>>`
    select ${sql.join(columns)} from ${sql.id('data', tableName(collection))} as d where d.id = ${anyOf(ids)}
  `.execute(executor)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        legalDueOn: row.legal_due_on,
        values: decodeRow(fields, row),
        holds: (at: number) => grants.holds(row, at),
        guardHolds: (transition: string) => {
          const at = guarded.findIndex(({ key }) => key === transition)
          return at === -1 || guards.holds(row, at)
        },
      },
    ]),
  )
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id from an address bar is looked up only when it can be one. */
export function isUuid(id: string): boolean {
  return uuid.test(id)
}

/** `loan` of `library.loan`, for the registry. */
export function registryNames(ref: CollectionRef): { solution: string; collection: string } {
  return { solution: ref.slice(0, ref.indexOf('.')), collection: collectionOf(ref) }
}
