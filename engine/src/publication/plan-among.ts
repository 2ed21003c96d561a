// SPDX-License-Identifier: MIT
import { collectionOf, solutionOf } from '../solution/collection-ref.ts'
import { extended, extensionsIn } from '../solution/extend.ts'
import type { Solution } from '../solution/solution.ts'
import { expectedTables, type Tables } from './expected-schema.ts'
import { columnName, tableName } from './naming.ts'
import { planPublication, type Plan, type PlanRefusal, type PlanStep } from './plan.ts'
import { summarise } from './summary.ts'

export type PublicationAmong = {
  readonly before: Solution | undefined
  readonly after: Solution
  /** The other installed solutions, as they were published. */
  readonly others: readonly Solution[]
  /** Typed tables as the database has them, by the key of their solution; by default what the plans made. */
  readonly existing?: ReadonlyMap<string, Tables> | undefined
}

/**
 * What publishing a solution does among the others: to its own tables, and to those of the collections that it
 * extends. A field that an extension gives up keeps its column, like any other.
 */
export function planPublicationAmong({ before, after, others, existing }: PublicationAmong): Plan {
  const beside = others.filter(({ key }) => key !== after.key)
  const own = planPublication(
    before && extended(before, beside),
    extended(after, beside),
    existing?.get(after.key),
  )
  const bases = beside.filter(({ key }) => extendedKeys(before, after).has(key))
  const added = bases.map((base) => planOfBase(base, { before, after, others: beside, existing }))
  return {
    steps: [...own.steps, ...added.flatMap(({ steps }) => steps)],
    refusals: [...own.refusals, ...added.flatMap(({ refusals }) => refusals)],
    summary: summarise(before, after),
  }
}

/** The keys of the solutions that one of the versions extends: what is published reaches their tables. */
export function extendedKeys(before: Solution | undefined, after: Solution): ReadonlySet<string> {
  return new Set(extensionsIn(before ? [before, after] : [after]).map(({ ref }) => solutionOf(ref)))
}

/** Of the plan of a solution that is extended, what concerns the fields added. */
function planOfBase(
  base: Solution,
  { before, after, others, existing }: PublicationAmong,
): Pick<Plan, 'steps' | 'refusals'> {
  const without = extended(base, others)
  const plan = planPublication(
    before ? extended(base, [...others, before]) : without,
    extended(base, [...others, after]),
    existing?.get(base.key),
  )
  const known = expectedTables(without)
  const columns = addedColumns(base, before, after)
  const concerns = (step: PlanStep) => {
    switch (step.kind) {
      case 'add-column':
        return true
      case 'keep-column':
        return columns.has(`${step.table} ${step.column}`)
      case 'create-index':
        return known.get(step.table)?.indexes.has(step.index.name) !== true
      default:
        return false
    }
  }
  return { steps: plan.steps.filter(concerns), refusals: plan.refusals.flatMap(placedIn(base, after)) }
}

function addedColumns(base: Solution, before: Solution | undefined, after: Solution): ReadonlySet<string> {
  const parts = extensionsIn(before ? [before, after] : [after]).filter(
    ({ ref }) => solutionOf(ref) === base.key,
  )
  return new Set(
    parts.flatMap(({ ref, extension }) =>
      Object.keys(extension.fields).map((name) => `${tableName(ref)} ${columnName(name)}`),
    ),
  )
}

/** `collections.person.fields.promotion` of the extended solution, as the one that extends it has written it. */
function placedIn(base: Solution, after: Solution): (refusal: PlanRefusal) => PlanRefusal[] {
  const places = new Map<string, string>(
    extensionsIn([after]).flatMap(({ ref, extension }) =>
      solutionOf(ref) === base.key
        ? Object.keys(extension.fields).map(
            (name) =>
              [`collections.${collectionOf(ref)}.fields.${name}`, `extends.${ref}.fields.${name}`] as const,
          )
        : [],
    ),
  )
  return ({ path, message }) => {
    const place = places.get(path)
    return place === undefined ? [] : [{ path: place, message }]
  }
}
