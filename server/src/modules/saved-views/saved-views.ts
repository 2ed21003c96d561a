// SPDX-License-Identifier: MIT
import { type Actor, inLocale, type Role } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { inputProblems } from '../../platform/http/input-problems.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { countEach, isUuid } from '../entries/index.ts'
import { getView, listQueryOf, mostCounted, visibleViews } from '../views/index.ts'
import { savedAsked, type SavedAsked, type SavedView } from './saved-view.ts'
import {
  insertSavedView,
  savedViewById,
  type SavedViewRow,
  savedViewsOf,
  updateSavedView,
} from './saved-views.queries.ts'

type Person = Extract<Actor, { kind: 'person' }>

export type SaveView = {
  readonly solution: string
  readonly view: string
  readonly title: string
  readonly asked: SavedAsked
  /** Key of a role of that solution: for all who hold it. */
  readonly role?: string
}

const longestTitle = 60

/**
 * Keeps a view as it is being read, for oneself or for a role that may share views.
 *
 * @throws Problem `not-found` for a view that is not shown to the person; `invalid-input` for the title;
 *   `not-allowed` for a role that the person does not hold, that may not share, or that does not see the view
 */
export async function saveView(context: Context, request: SaveView): Promise<{ id: string }> {
  const person = personOf(context)
  const { visible } = await getView(context, request)
  const asked = savedAsked.safeParse(request.asked)
  if (!asked.success) throw problem('malformed-request', { path: 'asked' })
  const title = checkedTitle(request.title)
  const role = request.role === undefined ? null : `${request.solution}.${request.role}`
  if (request.role !== undefined) {
    const isShown = visible.view.roles.includes(request.role)
    if (!isShown || !(await maySpeakFor(context, person, role))) throw problem('not-allowed')
  }
  const id = context.ids.next()
  const at = context.clock.now()
  await insertSavedView(context.db, {
    id,
    person_id: person.personId,
    solution: request.solution,
    view: request.view,
    role,
    title,
    asked: asked.data,
    created_at: at,
    updated_at: at,
    deleted_at: null,
  })
  return { id }
}

/** The kept views that the person may open, with how many entries each holds for them: counted in one statement. */
export async function listSavedViews(context: Context): Promise<SavedView[]> {
  const { actor } = context
  if (actor.kind !== 'person') return []
  const visible = await visibleViews(context)
  const { solutions } = await definitionsOf(context)
  const roles = [...new Set(actor.roles.map(({ role }) => role))]
  const rows = await savedViewsOf(context.db, { personId: actor.personId, roles })
  const open = rows.flatMap((row) => {
    const base = visible.find(({ solution, key }) => solution === row.solution && key === row.view)
    const collection = base && solutions.get(base.solution)?.solution.collections[base.view.collection]
    return base && collection ? [{ row, query: listQueryOf(context, base, collection, askedOf(row)) }] : []
  })
  const counts = await countEach(
    context,
    open.map(({ query }) => query),
    mostCounted,
  )
  return Promise.all(
    open.map(async ({ row }, at) => ({
      id: row.id,
      title: row.title,
      solution: row.solution,
      view: row.view,
      asked: askedOf(row),
      sharedWith: row.role === null ? null : await roleTitle(context, row.role),
      mayChange: await mayChange(context, actor, row),
      count: counts[at] ?? { count: 0, capped: false },
    })),
  )
}

/** The roles for which the person may keep a view of this solution. */
export async function sharingRoles(
  context: Context,
  { solution, view }: { readonly solution: string; readonly view: string },
): Promise<{ key: string; title: string }[]> {
  const { actor } = context
  if (actor.kind !== 'person') return []
  const { visible } = await getView(context, { solution, view })
  const allowed = await Promise.all(
    visible.view.roles.map(async (key) => {
      const role = `${solution}.${key}`
      return (await maySpeakFor(context, actor, role)) ? [{ key, title: await roleTitle(context, role) }] : []
    }),
  )
  return allowed.flat()
}

/** @throws Problem `not-found`, `invalid-input` */
export async function renameSavedView(
  context: Context,
  { id, title }: { id: string; title: string },
): Promise<void> {
  await getOwn(context, id)
  await updateSavedView(context.db, id, { title: checkedTitle(title), updated_at: context.clock.now() })
}

/** Takes it out of the menus; `restoreSavedView` brings it back. @throws Problem `not-found` */
export async function deleteSavedView(context: Context, id: string): Promise<void> {
  await getOwn(context, id)
  const at = context.clock.now()
  await updateSavedView(context.db, id, { deleted_at: at, updated_at: at })
}

/** @throws Problem `not-found` */
export async function restoreSavedView(context: Context, id: string): Promise<void> {
  await getOwn(context, id)
  await updateSavedView(context.db, id, { deleted_at: null, updated_at: context.clock.now() })
}

function personOf({ actor }: Context): Person {
  if (actor.kind !== 'person') throw problem(actor.kind === 'nobody' ? 'sign-in-required' : 'not-allowed')
  return actor
}

/** One that the person may change; any other is not told apart from none. */
async function getOwn(context: Context, id: string): Promise<SavedViewRow> {
  const person = personOf(context)
  const row = isUuid(id) ? await savedViewById(context.db, id) : undefined
  if (!row || !(await mayChange(context, person, row))) throw problem('not-found')
  return row
}

/** Its author; a view for a role also by who may speak for that role. */
async function mayChange(context: Context, person: Person, row: SavedViewRow): Promise<boolean> {
  if (row.role === null) return row.person_id === person.personId
  return maySpeakFor(context, person, row.role)
}

async function maySpeakFor(context: Context, { roles }: Person, role: string | null): Promise<boolean> {
  if (role === null || !roles.some((held) => held.role === role)) return false
  return (await roleOf(context, role))?.mayShareViews === true
}

async function roleOf(context: Context, role: string): Promise<Role | undefined> {
  const [solution = '', key = ''] = role.split('.', 2)
  const roles = (await definitionsOf(context)).solutions.get(solution)?.solution.roles
  return roles && Object.hasOwn(roles, key) ? roles[key] : undefined
}

async function roleTitle(context: Context, role: string): Promise<string> {
  const known = await roleOf(context, role)
  return known ? inLocale(known.title, context.actor.locale) : role
}

function checkedTitle(text: string): string {
  const title = text.trim().replaceAll(/\s+/gu, ' ')
  if (title === '') {
    throw problem('invalid-input', {
      fields: inputProblems([{ path: 'title', problem: { code: 'required' } }]),
    })
  }
  return title.slice(0, longestTitle)
}

/** What was kept by a former version, and is no longer understood, narrows nothing. */
function askedOf({ asked }: SavedViewRow): SavedAsked {
  const read = savedAsked.safeParse(asked)
  if (!read.success) return {}
  // Optional members that are not there are left out: absent and undefined differ.
  return Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined))
}
