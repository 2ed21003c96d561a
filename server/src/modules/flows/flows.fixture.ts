// SPDX-License-Identifier: MIT
import type { Flow, Solution } from '@guichet/engine'
import { club } from '../../testing/club.ts'
import type { TestTenant } from '../../testing/tenant.ts'
import { installSolution } from '../definitions/index.ts'

/** A flow as a test writes it: its title does not matter. */
export type PlainFlow = Omit<Flow, 'title'>

/** The club with these flows and no others. */
export function clubWith(
  flows: Readonly<Record<string, PlainFlow>>,
  changes: Partial<Solution> = {},
): Solution {
  const titled = Object.entries(flows).map(([key, flow]) => [
    key,
    { title: { fr: `Automatisme ${key}`, en: `Flow ${key}` }, ...flow },
  ])
  return { ...club, ...changes, flows: Object.fromEntries(titled) }
}

/** Publishes the club with these flows: what is filed from now on follows them. */
export async function publishFlows(
  { system }: TestTenant,
  flows: Readonly<Record<string, PlainFlow>>,
): Promise<void> {
  await installSolution(system, clubWith(flows), 'tests')
}

/** A licence asked for by Lila Benhaddou, with these values. */
export function aLicence(
  tenant: TestTenant,
  values: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return tenant.entry('club.licence', {
    playerName: 'Lila Benhaddou',
    playerEmail: 'lila@plassans.example',
    ...values,
  })
}

export const created = { kind: 'entry-created', collection: 'licence' } as const
export const moved = (...transitions: string[]) =>
  ({ kind: 'entry-moved', collection: 'licence', transitions }) as const
