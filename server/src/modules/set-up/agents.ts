// SPDX-License-Identifier: MIT
import {
  type CollectionRef,
  compare,
  type Condition,
  inLocale,
  type LocalizedText,
  type Space,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { accountStandings } from '../accounts/index.ts'
import { type Definitions, definitionsOf, requireStudio } from '../definitions/index.ts'
import { listEntries, referredTitles } from '../entries/index.ts'
import { directoryOf } from '../people/index.ts'

/** A role that a person may be given: of any installed solution. */
export type RoleChoice = {
  /** `solution.role` */
  readonly role: string
  readonly title: LocalizedText
  readonly solution: LocalizedText
  readonly space: Space | null
}

export type AgentMembership = {
  readonly id: string
  readonly role: string
  readonly title: LocalizedText
  readonly solution: LocalizedText | null
  readonly organisation: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly standing: 'now' | 'later' | 'ended'
}

/** Where somebody is with their account: without one, invited, invited too long ago, able to sign in, or closed. */
export type AgentAccount =
  | { readonly standing: 'none' | 'lapsed' | 'active' | 'closed' }
  | { readonly standing: 'invited'; readonly until: Date }

/** A person with the roles they hold, held or will hold. */
export type Agent = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly account: AgentAccount
  readonly memberships: readonly AgentMembership[]
}

/**
 * The people who have, had or will have a role, as far as the actor may list them and their memberships: by name, page
 * after page.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function listAgents(
  context: Context,
  query: { readonly search?: string | undefined; readonly after?: string | undefined } = {},
): Promise<{ rows: Agent[]; next: string | null }> {
  await requireStudio(context)
  const { names } = await membershipsOf(context)
  const { rows, next } = await listEntries(context, {
    collection: (await directoryOf(context)).person.ref,
    where: compare(`${names.collection}[${names.person}].${names.role}`, 'filled'),
    sort: 'title',
    limit: 50,
    ...(query.search !== undefined && { search: query.search }),
    ...(query.after !== undefined && { after: query.after }),
  })
  return { rows: await agentsOf(context, rows), next }
}

/** One of them, or somebody of the directory who has no role yet. `undefined` when the actor may not list them. */
export async function findAgent(context: Context, id: string): Promise<Agent | undefined> {
  await requireStudio(context)
  const { person } = await directoryOf(context)
  const { rows } = await listEntries(context, { collection: person.ref, where: sameId(id), limit: 1 })
  return (await agentsOf(context, rows))[0]
}

const sameId = (id: string): Condition => compare('id', 'eq', id)

/** The roles of the installed solutions. */
export async function listRoles(context: Context): Promise<RoleChoice[]> {
  await requireStudio(context)
  return roleChoices(await definitionsOf(context))
}

export function roleChoices({ solutions }: Definitions): RoleChoice[] {
  return [...solutions.values()].flatMap(({ solution }) =>
    Object.entries(solution.roles).map(([key, { title, space }]) => ({
      role: `${solution.key}.${key}`,
      title,
      solution: solution.title,
      space: space ?? null,
    })),
  )
}

/** How a role is called in the reader's language. */
export function roleTitle(
  titles: ReadonlyMap<string, LocalizedText>,
  role: string,
  context: Context,
): string {
  const title = titles.get(role)
  return title ? inLocale(title, context.actor.locale) : role
}

/** The collection of memberships, and the names of its fields. */
export async function membershipsOf(context: Context) {
  const { identity: provider } = await definitionsOf(context)
  if (!provider) throw new Error('no installed solution holds memberships')
  const names = provider.identity.membership
  const collection: CollectionRef = `${provider.solution}.${names.collection}`
  return { collection, names }
}

type ListedEntry = Awaited<ReturnType<typeof listEntries>>['rows'][number]

async function agentsOf(context: Context, people: readonly ListedEntry[]): Promise<Agent[]> {
  if (people.length === 0) return []
  const ids = people.map(({ id }) => id)
  const { person } = await directoryOf(context)
  const [memberships, accounts] = await Promise.all([
    membershipsByPerson(context, ids),
    accountStandings(context.db, ids),
  ])
  return people.map(({ id, title, values }) => {
    const email = values[person.fields.email]
    return {
      id,
      name: title,
      email: typeof email === 'string' ? email : null,
      account: accountOf(accounts.get(id), context.clock.now()),
      memberships: memberships.get(id) ?? [],
    }
  })
}

function accountOf(
  found: { disabled: boolean; hasPassword: boolean; invitedUntil: Date | null } | undefined,
  now: Date,
): AgentAccount {
  if (!found) return { standing: 'none' }
  if (found.disabled) return { standing: 'closed' }
  if (found.hasPassword) return { standing: 'active' }
  return found.invitedUntil && found.invitedUntil > now
    ? { standing: 'invited', until: found.invitedUntil }
    : { standing: 'lapsed' }
}

/** Every page of them: those of fifty people are rarely more than one. */
async function everyEntry(context: Context, collection: CollectionRef, where: Condition) {
  const rows: ListedEntry[] = []
  let after: string | undefined
  do {
    const page = await listEntries(context, { collection, where, limit: 200, ...(after && { after }) })
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return rows
}

async function membershipsByPerson(
  context: Context,
  people: readonly string[],
): Promise<Map<string, AgentMembership[]>> {
  const definitions = await definitionsOf(context)
  const { collection, names } = await membershipsOf(context)
  const rows = await everyEntry(context, collection, compare(names.person, 'eq', [...people]))
  const definition = definitions.model.collections.get(collection)
  const titles = definition
    ? await referredTitles(
        context,
        collection,
        definition,
        rows.map(({ values }) => values),
      )
    : new Map<string, string>()
  const roles = new Map(roleChoices(definitions).map((choice) => [choice.role, choice]))
  const today = localDay(context.clock.now(), context.tenant.timeZone)
  const found = new Map<string, AgentMembership[]>()
  for (const { id, values } of rows) {
    const text = (key: string) => (typeof values[key] === 'string' ? values[key] : null)
    const role = text(names.role) ?? ''
    const [startsOn, endsOn] = [text(names.startsOn), text(names.endsOn)]
    const organisation = titles.get(text(names.organisation) ?? '') ?? ''
    const person = text(names.person) ?? ''
    const known = roles.get(role)
    found.set(person, [
      ...(found.get(person) ?? []),
      {
        id,
        role,
        // A role of a solution that is not installed any more gives nothing, and is shown as it is written.
        title: known?.title ?? { fr: role, en: role },
        solution: known?.solution ?? null,
        organisation,
        startsOn,
        endsOn,
        standing:
          endsOn !== null && endsOn < today
            ? 'ended'
            : startsOn !== null && startsOn > today
              ? 'later'
              : 'now',
      },
    ])
  }
  const { locale } = context.actor
  for (const list of found.values())
    list.sort((a, b) => inLocale(a.title, locale).localeCompare(inLocale(b.title, locale), locale))
  return found
}
