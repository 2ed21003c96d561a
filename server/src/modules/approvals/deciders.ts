// SPDX-License-Identifier: MIT
import {
  all,
  type Collection,
  type CollectionRef,
  collectionOf,
  collectionRef,
  type Condition,
  conditionFor,
  fieldCondition,
  granteeCondition,
  type HeldGrant,
  mayDo,
  refusalToDecide,
  solutionOf,
  tableName,
  writesField,
} from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { conditionToSql } from '../../platform/db/condition-to-sql.ts'
import { type ChangeRow, circuitOf, type DecidedPlace, type NamedCircuit } from '../change-requests/index.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'
import { actorGrants, type LoadedEntry, sqlScope } from '../entries/index.ts'
import { eventActor } from '../events/index.ts'

/** The entries on which the actor is of the level; `undefined` when they are on none. */
export function deciderCondition(
  context: Context,
  { circuit, solution }: NamedCircuit,
  level: number,
): Condition | undefined {
  const who = circuit.levels[level]?.who
  return who && granteeCondition(who, solution, context.actor)
}

export type Deciding = {
  readonly change: ChangeRow
  readonly entry: LoadedEntry
  readonly named: NamedCircuit
  readonly isDecider: boolean
}

/** Whether the actor decides the level that the request has reached. */
export function mayDecide(context: Context, { change, entry, named, isDecider }: Deciding): boolean {
  const facts = {
    circuit: named.circuit,
    isDecider,
    isProposer: isProposerOf(context, change),
    fields: Object.keys(change.changes),
    readable: entry.readable,
  }
  return refusalToDecide(facts) === undefined
}

export function isProposerOf(context: Context, change: Pick<ChangeRow, 'proposer_kind' | 'proposer_id'>) {
  const { kind, id } = eventActor(context.actor)
  return kind === change.proposer_kind && id !== null && id === change.proposer_id
}

/**
 * Every level that the actor decides somewhere, with the rows on which they do: those of the level, that they may read,
 * with all the fields that are proposed.
 */
export async function decidedPlaces(context: Context): Promise<DecidedPlace[]> {
  if (context.actor.kind !== 'person') return []
  const definitions = await definitionsOf(context)
  return [...definitions.model.collections].flatMap(([ref, definition]) => {
    const held = actorGrants(definitions, ref, context)
    if (!mayDo(held, 'read')) return []
    return circuitsOf(definitions, ref).flatMap((named) =>
      named.circuit.levels.flatMap(({ who }, level) => {
        const condition = granteeCondition(who, named.solution, context.actor)
        if (!condition) return []
        return [placeOf(context, definitions, { ref, definition, held, named, level, condition })]
      }),
    )
  })
}

/** The circuits that grants on a collection name. */
function circuitsOf(definitions: Definitions, ref: CollectionRef): NamedCircuit[] {
  const grants = definitions.solutions.get(solutionOf(ref))?.solution.grants ?? []
  const names = grants.flatMap(({ on, approval }) =>
    on === collectionOf(ref) && approval !== undefined ? [collectionRef(approval, solutionOf(ref))] : [],
  )
  return [...new Set(names)].flatMap((name) => circuitOf(definitions, ref, name) ?? [])
}

type Place = {
  readonly ref: CollectionRef
  readonly definition: Collection
  readonly held: readonly HeldGrant[]
  readonly named: NamedCircuit
  readonly level: number
  readonly condition: Condition
}

function placeOf(context: Context, definitions: Definitions, place: Place): DecidedPlace {
  const { ref, definition, held, named, level, condition } = place
  const scope = sqlScope(definitions, ref, context, 'd')
  const { actor } = context
  const rows = all(condition, conditionFor(held, 'read'))
  return {
    collection: ref,
    circuit: named.name,
    level,
    table: sql.id('data', tableName(ref)),
    rows: sql<boolean>`${sql.join([conditionToSql(rows, scope), ...hiddenFields()], sql` and `)}`,
    notOf: named.circuit.proposerMayDecide === true || actor.kind !== 'person' ? undefined : actor.personId,
  }

  /** Where a field is read on fewer rows than the entry, a request that proposes it waits there only. */
  function hiddenFields(): RawBuilder<boolean>[] {
    const read = JSON.stringify(conditionFor(held, 'read'))
    const grants = definitions.solutions.get(solutionOf(ref))?.solution.grants ?? []
    const approved = Object.keys(definition.fields).filter((field) =>
      grants.some((grant) => grant.on === collectionOf(ref) && grant.approval && writesField(grant, field)),
    )
    return approved.flatMap((field) => {
      const readable = fieldCondition(held, field)
      if (JSON.stringify(readable) === read) return []
      return [sql<boolean>`(not r.changes ? ${field} or ${conditionToSql(readable, scope)})`]
    })
  }
}
