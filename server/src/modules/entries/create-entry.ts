// SPDX-License-Identifier: MIT
import {
  type CollectionRef,
  collectionOf,
  conditionFor,
  mayDo,
  numberedByFlow,
  solutionOf,
  writableFields,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { localDay } from '../../platform/local-day.ts'
import { type FilingChannel, recordEvent } from '../events/index.ts'
import { requireSecondEyes } from '../four-eyes/index.ts'
import { checkValues } from './check-values.ts'
import { storedFields } from './column-values.ts'
import { computeFields } from './compute-fields.ts'
import { insertEntry, rowSatisfies, takeNumber } from './entries.queries.ts'
import { entryTitle, searchWords } from './entry-text.ts'
import { actorGrants } from './held-grants.ts'

export type CreateEntry = {
  readonly collection: CollectionRef
  readonly values: Readonly<Record<string, unknown>>
  /** Key of the procedure through which it is filed. */
  readonly procedure?: string
  /** Values the procedure sets, whatever the actor may write. */
  readonly presets?: Readonly<Record<string, unknown>>
  /** Person it belongs to; the acting person when absent. */
  readonly owner?: string | null
  /** `none` when a form has already asked for what it requires. */
  readonly required?: 'all' | 'none'
  /** Filed by an agent for somebody: how they came, and their name. */
  readonly forSomeone?: { readonly channel: FilingChannel; readonly name: string }
  /** A second administrator has agreed to the membership that this is. */
  readonly isConfirmed?: true
  /** The draft it is filed from, whose files become its own. */
  readonly draftId?: string
}

/**
 * Creates an entry in the initial state of its collection, under the release in force, with its number, its event and
 * what follows from it queued, all in one transaction.
 *
 * @throws Problem `sign-in-required` or `not-allowed` without a grant to create; `invalid-input` by field
 */
export async function createEntry(
  context: Context,
  request: CreateEntry,
  tx?: Tx,
): Promise<{ id: string; number: string | null }> {
  return tx
    ? create(tx, context, request)
    : context.db.transaction().execute((own) => create(own, context, request))
}

async function create(tx: Tx, context: Context, request: CreateEntry) {
  const definitions = await definitionsOf(context)
  const release = definitions.solutions.get(solutionOf(request.collection))
  const definition = release?.solution.collections[collectionOf(request.collection)]
  if (!release || !definition) throw problem('not-found')

  const held = actorGrants(definitions, request.collection, context)
  if (!mayDo(held, 'create'))
    throw problem(context.actor.kind === 'nobody' ? 'sign-in-required' : 'not-allowed')

  const given = await checkValues(tx, context, {
    collection: request.collection,
    definition,
    candidates: request.values,
    writable: writableFields(held, definition, 'create'),
    required: request.required ?? 'all',
    files: request.draftId === undefined ? undefined : { draftId: request.draftId },
  })
  const { timeZone } = context.tenant
  const options = { cache: release.expressions, timeZone }
  const values = computeFields(definition, { ...given, ...request.presets }, options)
  if (!request.isConfirmed) await requireSecondEyes(context, request.collection, values)
  const state = definition.lifecycle?.initial ?? null
  const byFlow = numberedByFlow(release.solution, collectionOf(request.collection))
  const numbering = byFlow ? undefined : definition.numbering
  const number = numbering ? await takeNumber(tx, context, request.collection, numbering) : null
  const id = context.ids.next()
  const at = context.clock.now()
  const closed = state !== null && definition.lifecycle?.states[state]?.closed === true
  await insertEntry(
    tx,
    {
      id,
      collection: request.collection,
      releaseId: release.id,
      procedure: request.procedure ?? null,
      number,
      title: entryTitle(
        definition,
        values,
        { number, state, createdAt: at.toISOString() },
        { release, timeZone, today: localDay(at, timeZone) },
      ),
      state,
      owner: request.owner === undefined ? ownerOf(context) : request.owner,
      locale: context.actor.kind === 'system' ? null : context.actor.locale,
      at,
      closedAt: closed ? at : null,
      words: searchWords(definition, values),
    },
    storedFields(definition),
    values,
  )
  const allowed = await rowSatisfies(tx, context, definitions, {
    collection: request.collection,
    id,
    condition: conditionFor(held, 'create'),
  })
  if (!allowed) throw problem('not-allowed')
  await recordEvent(tx, context, {
    kind: 'entry.created',
    entry: { id, collection: request.collection },
    payload: {
      ...(request.procedure && { procedure: request.procedure }),
      ...(request.forSomeone && {
        channel: request.forSomeone.channel,
        filedFor: request.forSomeone.name,
      }),
    },
  })
  return { id, number }
}

function ownerOf(context: Context): string | null {
  return context.actor.kind === 'person' ? context.actor.personId : null
}
