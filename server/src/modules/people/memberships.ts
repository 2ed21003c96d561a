// SPDX-License-Identifier: MIT
import { type CollectionRef, system } from '@guichet/engine'
import { actingAs, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { definitionsOf } from '../definitions/index.ts'
import { createEntry } from '../entries/index.ts'
import { directoryOf } from './directory.ts'
import { organisationsCalled } from './people.queries.ts'

/** Ids of the organisations of that name (case and accents folded), or of that id. */
export async function findOrganisations(platform: Platform, nameOrId: string): Promise<string[]> {
  return organisationsCalled(platform.db, await directoryOf(platform), nameOrId)
}

/** Enters an organisation in the directory, in the name of the body; the rest of it is filled in later. */
export async function addOrganisation(tx: Tx, platform: Platform, name: string): Promise<string> {
  const { organisation } = await directoryOf(platform)
  const values = { [organisation.fields.name]: name }
  const created = await createEntry(
    actingAs(platform, system),
    { collection: organisation.ref, values, owner: null, required: 'none' },
    tx,
  )
  return created.id
}

/** Gives a person a role (`solution.role`) in an organisation from now on, in the name of the body. */
export async function addMembership(
  tx: Tx,
  platform: Platform,
  { personId, role, organisation }: { personId: string; role: string; organisation: string },
): Promise<void> {
  const { identity: provider } = await definitionsOf(platform)
  if (!provider) throw new Error('no installed solution holds memberships')
  const { membership } = provider.identity
  const collection: CollectionRef = `${provider.solution}.${membership.collection}`
  const values = {
    [membership.person]: personId,
    [membership.organisation]: organisation,
    [membership.role]: role,
  }
  await createEntry(actingAs(platform, system), { collection, values, owner: null, required: 'none' }, tx)
}
