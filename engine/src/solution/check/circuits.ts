// SPDX-License-Identifier: MIT
import { compareActor, type Condition } from '../../condition/condition.ts'
import type { ApprovalCircuit, CircuitLevel } from '../../rights/circuit.ts'
import { readsField, writesField } from '../../rights/decide.ts'
import type { Grant } from '../../rights/grant.ts'
import { collectionOf, type CollectionRef } from '../collection-ref.ts'
import { reportCondition } from './language.ts'
import { own, ownRef, type CheckScope } from './report.ts'
import { checkRole } from './rights.ts'

/** Circuits of approval: each serves a grant, and those of each level exist and may read what they decide. */
export function checkCircuits(scope: CheckScope): void {
  const grants = placedGrants(scope)
  for (const { grant, path } of grants) checkApproval(scope, grant, path)
  for (const [name, circuit] of Object.entries(scope.solution.circuits ?? {})) {
    const served = grants.filter(({ grant }) => grant.approval === name)
    if (served.length === 0) scope.report('unused-circuit', `circuits.${name}`, { name })
    for (const [index, level] of circuit.levels.entries()) {
      const place = `circuits.${name}.levels[${index}]`
      if (level.who.kind !== 'relation') checkRole(scope, level.who.role, `${place}.who.role`)
      for (const ref of new Set(served.map((one) => one.ref))) checkLevel(scope, level, ref, place)
      const blind = served.find((one) => !mayReadAll(scope, grants, one, level))
      if (blind) scope.report('blind-level', `${place}.who`, { name: blind.grant.on })
    }
  }
}

type PlacedGrant = { readonly grant: Grant; readonly ref: CollectionRef; readonly path: string }

/** The grants of the solution, on its own collections and on those that it extends. */
function placedGrants(scope: CheckScope): readonly PlacedGrant[] {
  const added = Object.entries(scope.solution.extends ?? {}).flatMap(([name, { grants = [] }]) => {
    const ref = name as CollectionRef // as the schema of `extends` has it
    return grants.map((grant, index) => ({
      grant: { ...grant, on: collectionOf(ref) },
      ref,
      path: `extends.${name}.grants[${index}]`,
    }))
  })
  const own = scope.solution.grants.map((grant, index) => ({
    grant,
    ref: ownRef(scope, grant.on),
    path: `grants[${index}]`,
  }))
  return [...own, ...added]
}

function checkApproval(scope: CheckScope, { approval, may }: Grant, path: string): void {
  if (approval === undefined) return
  if (!circuitNamed(scope, approval)) scope.report('unknown-circuit', `${path}.approval`, { name: approval })
  if (!may.includes('edit')) scope.report('approval-without-edit', `${path}.approval`, {})
}

function circuitNamed({ solution }: CheckScope, name: string): ApprovalCircuit | undefined {
  return own(solution.circuits, name)
}

/** The condition and the paths of a level are read on the entries whose edits it decides. */
function checkLevel(scope: CheckScope, { who, when }: CircuitLevel, ref: CollectionRef, path: string): void {
  if (!scope.model.collections.has(ref)) return
  if (who.kind === 'relation')
    reportCondition(scope, ref, compareActor(who.path, 'eq', 'me'), `${path}.who.path`)
  if (who.kind === 'role-at')
    reportCondition(scope, ref, compareActor(who.at, 'eq', 'my.organisations'), `${path}.who.at`)
  if (!when) return
  reportCondition(scope, ref, when, `${path}.when`)
  if (namesActor(when)) scope.report('level-of-nobody', `${path}.when`, {})
}

/** The condition of a level is read for the circuit, before anybody decides. */
function namesActor(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.some(namesActor)
    case 'not':
      return namesActor(condition.part)
    case 'exists':
      return namesActor(condition.where)
    case 'compare':
      return condition.value?.kind === 'actor'
  }
}

/** Whether those of the level are given to read, somewhere, each field that the grant has them decide. */
function mayReadAll(
  { model }: CheckScope,
  grants: readonly PlacedGrant[],
  { grant: decided, ref }: PlacedGrant,
  { who }: CircuitLevel,
): boolean {
  const fields = Object.keys(model.collections.get(ref)?.fields ?? {})
  const theirs = grants.filter((one) => one.ref === ref && concerns(one.grant, who))
  return fields.every(
    (field) => !writesField(decided, field) || theirs.some(({ grant }) => readsField(grant, field)),
  )
}

function concerns({ who }: Grant, decider: CircuitLevel['who']): boolean {
  if (who.kind === 'everyone' || who.kind === 'signed-in') return true
  if (decider.kind === 'relation') return who.kind === 'relation' && who.path === decider.path
  return (who.kind === 'role' || who.kind === 'role-at') && who.role === decider.role
}
