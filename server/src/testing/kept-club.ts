// SPDX-License-Identifier: MIT
import { defineSolution, type Solution } from '@guichet/engine'
import type { Context } from '../platform/context.ts'
import { club } from './club.ts'
import { aTenant, type TestTenant } from './tenant.ts'
import { installSolution } from '../modules/definitions/index.ts'

const day = (fr: string, en: string) => ({ type: 'date' as const, label: { fr, en } })

/** The club, whose administrator keeps its directory, and whose teams begin and end. */
export function keptClub(): Solution {
  const { collections, identity, grants, ...rest } = structuredClone(club)
  const team = collections['team']
  if (!team || !identity) throw new Error('the club has lost its teams')
  Object.assign(team.fields, {
    phone: { type: 'phone', label: { fr: 'Téléphone', en: 'Telephone' } },
    kind: {
      type: 'choice',
      label: { fr: 'Catégorie', en: 'Category' },
      options: [
        { value: 'adult', label: { fr: 'Adultes', en: 'Adults' } },
        { value: 'youth', label: { fr: 'Jeunes', en: 'Youth' } },
      ],
    },
    startsOn: day('Depuis', 'Since'),
    endsOn: day('Jusqu’au', 'Until'),
  })
  Object.assign(identity.organisation, { phone: 'phone', startsOn: 'startsOn', endsOn: 'endsOn' })
  const keeps = (['person', 'team', 'membership'] as const).map((on) => ({
    who: { kind: 'role' as const, role: 'administrator' },
    may: ['list' as const, 'read' as const, 'create' as const, 'edit' as const],
    on,
  }))
  return defineSolution({ ...rest, collections, identity, grants: [...grants, ...keeps] })
}

export type KeptClub = {
  readonly tenant: TestTenant
  readonly office: string
  readonly admin: Context
  readonly secretary: Context
}

export async function aKeptClub(): Promise<KeptClub> {
  const tenant = await aTenant({ solutions: [] })
  await installSolution(tenant.system, keptClub(), 'tests')
  const office = await tenant.organisation('Bureau')
  const admin = tenant.as(await tenant.person('Ada Ministre', { administrator: office }))
  const secretary = tenant.as(await tenant.person('Paul Ardent', { secretary: office }))
  return { tenant, office, admin, secretary }
}
