// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import type { Column, Comparable } from '../field-types/field-type.ts'
import { fieldType, type Field } from '../field-types/registry.ts'
import { collectionRef, solutionOf, type CollectionRef, type Model } from '../solution/model.ts'

/** Values that every entry has, whatever its collection. */
export const systemValues = {
  id: 'id',
  state: 'text',
  number: 'text',
  title: 'text',
  owner: 'id',
  createdAt: 'datetime',
  updatedAt: 'datetime',
  closedAt: 'datetime',
  legalDueOn: 'date',
} as const satisfies Record<string, Comparable>
export type SystemValue = keyof typeof systemValues

/** One step from an entry to other entries. `many`: the reference holds several ids. */
export type Hop = {
  /** `forward` reads the reference `field` of `from`; `backward` finds the entries of `to` whose `field` names it. */
  readonly direction: 'forward' | 'backward'
  readonly field: string
  readonly many: boolean
  readonly from: CollectionRef
  readonly to: CollectionRef
}

/** Where the values are read, once the hops are made. */
export type Terminal =
  | { readonly kind: 'system'; readonly name: SystemValue; readonly comparable: Comparable }
  | {
      readonly kind: 'field'
      readonly name: string
      readonly field: Field
      readonly column: Column
      /** `undefined`: only `empty` and `filled` apply. */
      readonly comparable: Comparable | undefined
    }
  | {
      readonly kind: 'part'
      readonly name: string
      readonly field: Field
      readonly part: string
      readonly comparable: Comparable
    }

export type PathPlan = {
  readonly hops: readonly Hop[]
  /** The collection whose entries are read at the end. */
  readonly collection: CollectionRef
  readonly terminal: Terminal
}

export type BrokenPath = {
  readonly code:
    | 'malformed-path'
    | 'unknown-collection'
    | 'unknown-field'
    | 'unknown-part'
    | 'not-a-reference'
    | 'refers-elsewhere'
    | 'nothing-stored'
  /** The segment at fault, and the collection it was looked for in. */
  readonly segment: string
  readonly collection: CollectionRef
}

export type Resolved<Plan> =
  { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly problem: BrokenPath }

export type RelationPlan = { readonly hops: readonly Hop[]; readonly collection: CollectionRef }

/** What a path reads, from an entry of `from`. A path that ends on a reference reads the ids it holds. */
export function resolvePath(model: Model, from: CollectionRef, path: string): Resolved<PathPlan> {
  const walked = walk(model, from, path)
  if (!walked.ok) return walked
  const { hops, collection, rest } = walked.plan
  const terminal = rest ? terminalOf(model, collection, rest) : idTerminal
  return terminal.ok ? { ok: true, plan: { hops, collection, terminal: terminal.plan } } : terminal
}

/** The entries a path leads to: every segment of it is a reference, read forward or backward. */
export function resolveRelation(model: Model, from: CollectionRef, path: string): Resolved<RelationPlan> {
  const walked = walk(model, from, path)
  if (!walked.ok) return walked
  const { hops, collection, rest } = walked.plan
  if (!rest) return { ok: true, plan: { hops, collection } }
  const [name, extra] = rest
  const hop = forwardHop(model, collection, name)
  if (hop && !extra) return { ok: true, plan: { hops: [...hops, hop], collection: hop.to } }
  return problem('not-a-reference', extra ?? name, collection)
}

type Token = { readonly name: string; readonly through: string | undefined }
/** The last one or two names, which hop nowhere: a field, or a field and its part. */
type Rest = readonly [name: string, part: string | undefined]
type Walked = RelationPlan & { readonly rest: Rest | undefined }

const idTerminal = { ok: true, plan: { kind: 'system', name: 'id', comparable: 'id' } } as const

/** Makes the hops, up to what only a terminal can read. */
function walk(model: Model, from: CollectionRef, path: string): Resolved<Walked> {
  const tokens = tokensOf(path)
  if (!tokens || !model.collections.has(from)) return problem('malformed-path', path, from)
  const hops: Hop[] = []
  let here = from
  let qualified = false
  for (const [at, token] of tokens.entries()) {
    if (qualified) {
      qualified = false
      continue
    }
    const next = tokens[at + 1]
    const step = stepFrom(model, here, token, next)
    if (step === 'rest') {
      if (tokens.length - at > 2 || next?.through) return problem('not-a-reference', token.name, here)
      return { ok: true, plan: { hops, collection: here, rest: [token.name, next?.name] } }
    }
    if (!step.ok) return step
    qualified = step.plan.qualified
    hops.push(step.plan.hop)
    here = step.plan.hop.to
  }
  return { ok: true, plan: { hops, collection: here, rest: undefined } }
}

type Step = { readonly hop: Hop; readonly qualified: boolean }

function stepFrom(
  model: Model,
  here: CollectionRef,
  token: Token,
  next: Token | undefined,
): Resolved<Step> | 'rest' {
  if (token.through) return backwardStep(model, here, solutionOf(here), token.name, token.through, false)
  // `solution.collection[field]`: a name that is no field of the collection at hand names a solution.
  if (next?.through && !hasOwnValue(model, here, token.name)) {
    return backwardStep(model, here, token.name, next.name, next.through, true)
  }
  const hop = next && forwardHop(model, here, token.name)
  return hop ? { ok: true, plan: { hop, qualified: false } } : 'rest'
}

function backwardStep(
  model: Model,
  here: CollectionRef,
  solution: string,
  name: string,
  through: string,
  qualified: boolean,
): Resolved<Step> {
  const referring = collectionRef(name, solution)
  if (!model.collections.has(referring)) return problem('unknown-collection', referring, here)
  const hop = forwardHop(model, referring, through)
  if (!hop)
    return problem(
      fieldOf(model, referring, through) ? 'not-a-reference' : 'unknown-field',
      through,
      referring,
    )
  if (hop.to !== here) return problem('refers-elsewhere', through, referring)
  return {
    ok: true,
    plan: {
      hop: { direction: 'backward', field: through, many: hop.many, from: here, to: referring },
      qualified,
    },
  }
}

/** The hop that the reference `name` of the collection makes; `undefined` when it is no reference to a known one. */
function forwardHop(model: Model, from: CollectionRef, name: string): Hop | undefined {
  const field = fieldOf(model, from, name)
  if (field?.type !== 'reference' && field?.type !== 'references') return undefined
  const to = collectionRef(field.to, solutionOf(from))
  if (!model.collections.has(to)) return undefined
  return { direction: 'forward', field: name, many: field.type === 'references', from, to }
}

function terminalOf(model: Model, collection: CollectionRef, [name, part]: Rest): Resolved<Terminal> {
  if (isSystemValue(name)) {
    if (part) return problem('unknown-part', part, collection)
    return { ok: true, plan: { kind: 'system', name, comparable: systemValues[name] } }
  }
  const field = fieldOf(model, collection, name)
  if (!field) return problem('unknown-field', name, collection)
  const type = fieldType(field)
  const column = type.column(field)
  if (!column) return problem('nothing-stored', name, collection)
  if (!part)
    return { ok: true, plan: { kind: 'field', name, field, column, comparable: type.comparable(field) } }
  const found = type.parts && Object.hasOwn(type.parts, part) ? type.parts[part] : undefined
  if (!found) return problem('unknown-part', part, collection)
  return { ok: true, plan: { kind: 'part', name, field, part, comparable: found.comparable } }
}

function tokensOf(path: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  for (const segment of path.split('.')) {
    const [, name, through] = /^([a-z][\w-]*)(?:\[([a-z]\w*)\])?$/i.exec(segment) ?? []
    if (!name) return undefined
    tokens.push({ name, through })
  }
  return tokens
}

export function isSystemValue(name: string): name is SystemValue {
  return Object.hasOwn(systemValues, name)
}

function fieldOf(model: Model, ref: CollectionRef, name: string): Field | undefined {
  const fields: Collection['fields'] | undefined = model.collections.get(ref)?.fields
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined
}

function hasOwnValue(model: Model, ref: CollectionRef, name: string): boolean {
  return isSystemValue(name) || fieldOf(model, ref, name) !== undefined
}

function problem(code: BrokenPath['code'], segment: string, collection: CollectionRef) {
  return { ok: false, problem: { code, segment, collection } } as const
}
