// SPDX-License-Identifier: MIT
import type { Collection } from '../../collection/collection.ts'
import type { Grant } from '../../rights/grant.ts'
import { compareActor } from '../../condition/condition.ts'
import { collectionOf, collectionRef, solutionOf, type CollectionRef } from '../collection-ref.ts'
import { reportCondition } from './language.ts'
import { own, ownCollection, ownRef, type CheckScope } from './report.ts'

/** Grants, roles and links: everything a right names exists, and every role and link opens something. */
export function checkRights(scope: CheckScope): void {
  const { grants, roles, links } = scope.solution
  for (const [index, grant] of grants.entries()) checkGrant(scope, grant, `grants[${index}]`)
  const all = [
    ...grants,
    ...Object.values(scope.solution.extends ?? {}).flatMap((extension) => extension.grants ?? []),
  ]
  for (const [name, { managedBy = [] }] of Object.entries(roles)) {
    const has = all.some(({ who }) => (who.kind === 'role' || who.kind === 'role-at') && who.role === name)
    if (!has) scope.report('role-without-grant', `roles.${name}`, { name })
    for (const [index, manager] of managedBy.entries())
      checkRole(scope, manager, `roles.${name}.managedBy[${index}]`)
  }
  for (const name of Object.keys(links ?? {})) {
    const has = grants.some(({ who }) => who.kind === 'link' && who.purpose === name)
    if (!has) scope.report('link-without-grant', `links.${name}`, { name })
    if (links?.[name]?.overview) checkOverview(scope, name)
    checkWord(scope, name)
  }
}

/** The words that open the page of a link are a field of what it opens. */
function checkWord(scope: CheckScope, purpose: string): void {
  const name = scope.solution.links?.[purpose]?.word
  if (name === undefined) return
  for (const { who, on } of scope.solution.grants) {
    const collection = own(scope.solution.collections, on)
    if (who.kind !== 'link' || who.purpose !== purpose || !collection || own(collection.fields, name))
      continue
    scope.report('unknown-field', `links.${purpose}.word`, { name, collection: on })
    return
  }
}

/** A list of what a holder has is of collections that say who holds an entry. */
function checkOverview(scope: CheckScope, purpose: string): void {
  const opened = scope.solution.grants.flatMap(({ who, on }) =>
    who.kind === 'link' && who.purpose === purpose ? [on] : [],
  )
  for (const name of new Set(opened)) {
    const collection = own(scope.solution.collections, name)
    if (collection && collection.heldBy === undefined)
      scope.report('overview-without-holder', `links.${purpose}.overview`, { name })
  }
}

function checkGrant(scope: CheckScope, grant: Grant, path: string): void {
  const collection = ownCollection(scope, grant.on, `${path}.on`)
  if (collection) checkGrantOn(scope, grant, { ref: ownRef(scope, grant.on), collection, path })
}

/** A grant on a collection, of this solution or extended by it. */
export function checkGrantOn(
  scope: CheckScope,
  grant: Grant,
  { ref, collection, path }: { ref: CollectionRef; collection: Collection; path: string },
): void {
  checkGrantee(scope, grant, ref, path)
  checkActions(scope, grant, collection, path)
  if (grant.where) reportCondition(scope, ref, grant.where, `${path}.where`)
  for (const access of ['read', 'write'] as const) {
    const selection = grant.fields?.[access]
    if (selection === undefined || selection === 'all') continue
    for (const [index, name] of selection.entries()) {
      if (own(collection.fields, name)) continue
      scope.report('unknown-field', `${path}.fields.${access}[${index}]`, { name, collection: grant.on })
    }
  }
  for (const [index, name] of (grant.notes ?? []).entries()) {
    if (own(collection.noteAudiences, name)) continue
    scope.report('unknown-audience', `${path}.notes[${index}]`, { name, collection: grant.on })
  }
}

function checkGrantee(scope: CheckScope, { who }: Grant, ref: CollectionRef, path: string): void {
  switch (who.kind) {
    case 'role':
      checkRole(scope, who.role, `${path}.who.role`)
      return
    case 'role-at':
      checkRole(scope, who.role, `${path}.who.role`)
      reportCondition(scope, ref, compareActor(who.at, 'eq', 'my.organisations'), `${path}.who.at`)
      return
    case 'relation':
      reportCondition(scope, ref, compareActor(who.path, 'eq', 'me'), `${path}.who.path`)
      return
    case 'link':
      checkLink(scope, who.purpose, `${path}.who.purpose`)
      return
    case 'owner':
    case 'signed-in':
    case 'everyone':
      return
  }
}

function checkActions(scope: CheckScope, grant: Grant, collection: Collection, path: string): void {
  for (const [index, action] of grant.may.entries()) {
    if (!action.startsWith('transition:')) continue
    const name = action.slice('transition:'.length)
    const place = `${path}.may[${index}]`
    if (!collection.lifecycle) scope.report('no-lifecycle', place, { name: grant.on })
    else if (name !== '*' && !own(collection.lifecycle.transitions, name)) {
      scope.report('unknown-transition', place, { name, collection: grant.on })
    }
  }
}

/** A role of the solution, or of another one by its full name. */
export function checkRole(scope: CheckScope, name: string, path: string): void {
  const ref = collectionRef(name, scope.solution.key)
  const home = [scope.solution, ...scope.others].find(({ key }) => key === solutionOf(ref))
  if (!own(home?.roles, collectionOf(ref))) scope.report('unknown-role', path, { name })
}

export function checkLink(scope: CheckScope, name: string, path: string): void {
  if (!own(scope.solution.links, name)) scope.report('unknown-link', path, { name })
}
