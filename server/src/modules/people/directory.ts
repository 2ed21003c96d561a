// SPDX-License-Identifier: MIT
import { type CollectionRef, columnName, type Field, tableName } from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Platform } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'

/** A collection of the directory that has a name and a mailbox, with where its typed table keeps them. */
export type DirectoryCollection = {
  readonly ref: CollectionRef
  readonly table: RawBuilder<unknown>
  readonly nameField: Field
  /** Keys of the fields, to write. */
  readonly fields: { readonly name: string; readonly email: string }
  /** Columns, to read. */
  readonly name: string
  readonly email: string
  readonly phone: string | undefined
}

/** Memberships, with the columns that tell who is what, where and when. */
export type MembershipTable = {
  readonly table: RawBuilder<unknown>
  readonly person: string
  readonly organisation: string
  readonly role: string
  readonly startsOn: string
  readonly endsOn: string
  /** Column of the territories that a role is limited to, where the directory has them. */
  readonly territories: string | undefined
}

/** Territories, each within its parent. */
export type TerritoryTable = {
  readonly ref: CollectionRef
  readonly table: RawBuilder<unknown>
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly parent: string
}

/** Where people, bodies and memberships are, as the solution that provides `identity` says. */
export type Directory = {
  readonly person: DirectoryCollection
  readonly organisation: DirectoryCollection
  readonly membership: MembershipTable
  readonly territory: TerritoryTable | undefined
  /** Column of organisations that names the one each is a part of. */
  readonly parent: string | undefined
}

/**
 * The directory in force. Without an installed solution that provides `identity` nobody can be signed in, and asking
 * is a fault of the installation.
 */
export async function directoryOf(platform: Platform): Promise<Directory> {
  const { identity: provider, solutions } = await definitionsOf(platform)
  const solution = provider && solutions.get(provider.solution)?.solution
  if (!provider || !solution)
    throw new Error('no installed solution provides people, organisations and memberships')
  const { person, organisation, membership, territory } = provider.identity

  const named = ({ collection, name, email, phone }: typeof person): DirectoryCollection => {
    const ref: CollectionRef = `${solution.key}.${collection}`
    const nameField = solution.collections[collection]?.fields[name]
    if (!nameField) throw new Error(`${ref} has no field ${name}: the solution was not checked`)
    const fields = { name, email }
    const columns = {
      name: columnName(name),
      email: columnName(email),
      phone: phone === undefined ? undefined : columnName(phone),
    }
    return { ref, table: dataTable(ref), nameField, fields, ...columns }
  }
  return {
    person: named(person),
    organisation: named(organisation),
    membership: {
      table: dataTable(`${solution.key}.${membership.collection}`),
      person: columnName(membership.person),
      organisation: columnName(membership.organisation),
      role: columnName(membership.role),
      startsOn: columnName(membership.startsOn),
      endsOn: columnName(membership.endsOn),
      territories: membership.territories === undefined ? undefined : columnName(membership.territories),
    },
    territory: territory && {
      ref: `${solution.key}.${territory.collection}`,
      table: dataTable(`${solution.key}.${territory.collection}`),
      kind: columnName(territory.kind),
      code: columnName(territory.code),
      name: columnName(territory.name),
      parent: columnName(territory.parent),
    },
    parent: organisation.parent === undefined ? undefined : columnName(organisation.parent),
  }
}

function dataTable(ref: CollectionRef): RawBuilder<unknown> {
  return sql.id('data', tableName(ref))
}
