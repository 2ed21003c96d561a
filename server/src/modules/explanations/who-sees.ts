// SPDX-License-Identifier: MIT
import {
  type Actor,
  actorPaths,
  type CollectionRef,
  collectionRef,
  type Condition,
  gives,
  type Grant,
  type Grantee,
  grantInWords,
  grantsOf,
  groundInWords,
  type HeldGrant,
  inLocale,
  solutionOf,
  type Solution,
  collectionOf,
  tableName,
} from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import { actingAs, type Context } from '../../platform/context.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'
import { conditionColumns, type LoadedEntry, readableTitles, sqlScope } from '../entries/index.ts'
import { bearersOf } from '../links/index.ts'
import { actorsAmong, directoryOf } from '../people/index.ts'
import { explainable, wordsFor } from './explain-access.ts'
import { entriesAt } from './true-since.ts'

/** Why: the ground in words, and the number of the rule. */
export type SeenBy = { readonly words: string; readonly rule: number }

export type WhoSees = {
  /** Those whom the reader may read in the directory, by name, 200 at most. */
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly grounds: readonly SeenBy[]
  }[]
  /** How many people in all, those that the reader may not read included. */
  readonly total: number
  /** Whether there are more than were looked at. */
  readonly capped: boolean
  /** Who holds a link that opens the entry now. */
  readonly links: readonly {
    readonly name: string
    readonly email: string
    readonly title: string
    readonly expiresAt: Date
  }[]
  /** Rules that name nobody: « toute personne connectée », « tout le monde ». */
  readonly open: readonly SeenBy[]
  /** Those for whom none of these rules holds, nor any other: « toute personne connectée, sauf… ». */
  readonly except: readonly { readonly id: string; readonly name: string }[]
}

const mostListed = 200
/** Beyond, the rest is not looked at, and the answer says so. */
const mostLookedAt = 2_000

/**
 * Who may read an entry, and why: people by their roles and relations, those who hold a link, and the rules that name
 * nobody. The same grants and conditions as the reading itself.
 *
 * @throws Problem `not-found`; `not-allowed` without the right `explain`
 */
export async function whoSees(context: Context, entryId: string): Promise<WhoSees> {
  const entry = await explainable(context, entryId)
  const definitions = await definitionsOf(context)
  const solution = definitions.solutions.get(solutionOf(entry.collection))?.solution
  if (!solution) throw new Error(`${entry.collection} is not installed`)
  const rules = readingRules(solution, entry.collection)
  const [candidates, bearers, words] = await Promise.all([
    peopleToLookAt(context, entry, rules),
    bearersOf(context, entryId),
    wordsFor(context, entry),
  ])
  const anybody: Actor = { ...stranger, locale: context.actor.locale }
  const looked = await holdingOf(context, entry, solution, [anybody, ...candidates, ...bearers])
  const open = looked.get(anybody) ?? []
  const ground = ({ index, grant }: HeldGrant): SeenBy => ({
    words: groundInWords({ index, grant }, words),
    rule: index + 1,
  })
  const seeing = candidates.flatMap((person) => {
    const own = (looked.get(person) ?? []).filter(({ index }) => !open.some((one) => one.index === index))
    return own.length > 0 ? [{ id: person.personId, grounds: own.map(ground) }] : []
  })
  const shutOut = open.length === 0 ? [] : candidates.filter((one) => looked.get(one)?.length === 0)
  const { person } = await directoryOf(context)
  const names = await readableTitles(context, person.ref, [
    ...seeing.map(({ id }) => id),
    ...shutOut.map(({ personId }) => personId),
  ])
  return {
    people: seeing
      .flatMap(({ id, grounds }) => {
        const name = names.get(id)
        return name === undefined ? [] : [{ id, name, grounds }]
      })
      .slice(0, mostListed),
    except: shutOut
      .flatMap(({ personId: id }) => {
        const name = names.get(id)
        return name === undefined ? [] : [{ id, name }]
      })
      .slice(0, mostListed),
    total: seeing.length,
    capped: candidates.length === mostLookedAt,
    links: bearers
      .filter((bearer) => (looked.get(bearer) ?? []).some(({ grant }) => grant.who.kind === 'link'))
      .map(({ name, email, purpose, expiresAt }) => ({
        name,
        email,
        title: inLocale(
          solution.links?.[purpose.slice(purpose.indexOf('.') + 1)]?.title ?? both(purpose),
          words.locale,
        ),
        expiresAt,
      })),
    open: [...open, ...namingNobody(solution, entry.collection)].map(({ index, grant }) => ({
      words: grantInWords(grant, words),
      rule: index + 1,
    })),
  }
}

const both = (text: string) => ({ fr: text, en: text })

/** Somebody signed in of whom nothing is true: what they see, everybody sees. */
const stranger = {
  kind: 'person',
  personId: '00000000-0000-0000-0000-000000000000',
  name: '',
  email: '',
  roles: [],
} as const

function readingRules({ grants }: Solution, collection: CollectionRef): readonly Grant[] {
  return grants.filter((grant) => grant.on === collectionOf(collection) && gives(grant, 'read'))
}

/** Rules for anybody of a mailbox or of a territory: who that is cannot be told from the entry. */
function namingNobody({ grants }: Solution, collection: CollectionRef) {
  return [...grants.entries()].flatMap(([index, grant]) => {
    const reads = grant.on === collectionOf(collection) && gives(grant, 'read')
    const paths = reads && isOpen(grant.who) && grant.where ? actorPaths(grant.where) : []
    return paths.some(({ attribute }) => attribute === 'my.email' || attribute === 'my.territories')
      ? [{ index, grant }]
      : []
  })
}

/** Everybody of whom some rule may be true on this entry: no more is known of them yet. */
async function peopleToLookAt(context: Context, entry: LoadedEntry, rules: readonly Grant[]) {
  const roles = rules.flatMap(({ who }) =>
    who.kind === 'role' || who.kind === 'role-at'
      ? [collectionRef(who.role, solutionOf(entry.collection))]
      : [],
  )
  const paths = rules.flatMap(({ who, where }) => [
    ...pathToPerson(who),
    ...(isOpen(who) && where ? actorPaths(where) : []),
  ])
  const at = async (attribute: string) =>
    (
      await Promise.all(
        [...new Set(paths.flatMap((one) => (one.attribute === attribute ? [one.path] : [])))].map((path) =>
          entriesAt(context, entry, path),
        ),
      )
    ).flat()
  const [people, organisations] = await Promise.all([at('me'), at('my.organisations')])
  return actorsAmong(context, { people, roles: [...new Set(roles)], organisations }, mostLookedAt)
}

function pathToPerson(who: Grantee) {
  if (who.kind === 'owner') return [{ path: 'owner', attribute: 'me' as const }]
  return who.kind === 'relation' ? [{ path: who.path, attribute: 'me' as const }] : []
}

const isOpen = ({ kind }: Grantee) => kind === 'signed-in' || kind === 'everyone'

/** A query has at most 1 664 columns. */
const mostColumns = 1_000

/** The grants that give reading and hold on the entry, for each actor. */
async function holdingOf<A extends Actor>(
  context: Context,
  entry: LoadedEntry,
  solution: Solution,
  actors: readonly A[],
): Promise<ReadonlyMap<A, readonly HeldGrant[]>> {
  const definitions = await definitionsOf(context)
  const tests = new Map<string, { readonly condition: Condition; readonly actor: Actor }>()
  const asked = actors.map((actor) => {
    const held = grantsOf(solution, collectionOf(entry.collection), actor).filter(({ grant }) =>
      gives(grant, 'read'),
    )
    return held.map((one) => {
      const text = JSON.stringify(one.condition)
      // The same of everybody: asked once.
      const key = actorPaths(one.condition).length === 0 ? text : `${idOf(actor)} ${text}`
      tests.set(key, { condition: one.condition, actor })
      return { one, key }
    })
  })
  const holding = await keysHolding(context, definitions, entry, tests)
  return new Map(
    actors.map((actor, at) => [
      actor,
      (asked[at] ?? []).flatMap(({ one, key }) => (holding.has(key) ? [one] : [])),
    ]),
  )
}

function idOf(actor: Actor): string {
  return actor.kind === 'person' ? actor.personId : actor.kind === 'link' ? actor.linkId : actor.kind
}

type Tests = ReadonlyMap<string, { readonly condition: Condition; readonly actor: Actor }>

async function keysHolding(
  context: Context,
  definitions: Definitions,
  entry: LoadedEntry,
  tests: Tests,
): Promise<ReadonlySet<string>> {
  const holding = new Set<string>()
  const all = [...tests]
  for (let from = 0; from < all.length; from += mostColumns) {
    const some = all.slice(from, from + mostColumns).map(([key, { condition, actor }], at) => {
      const scope = sqlScope(definitions, entry.collection, actingAs(context, actor), 'd')
      return { key, read: conditionColumns([condition], scope, `c${at}`) }
    })
    const columns: RawBuilder<unknown>[] = some.flatMap(({ read }) => read.columns)
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join([sql`d.id`, ...columns])} from ${sql.id('data', tableName(entry.collection))} as d
      where d.id = ${entry.id}`.execute(context.db)
    const [row] = rows
    if (row) for (const { key, read } of some) if (read.holds(row, 0)) holding.add(key)
  }
  return holding
}
