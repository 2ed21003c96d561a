// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { listAdjustableProcedures } from '../adjustments/index.ts'
import { requireStudio } from '../definitions/index.ts'
import { listOrganisations } from '../people/index.ts'
import { readBody } from '../settings/index.ts'
import { listAgents } from './agents.ts'

/** The steps by which a new body is set up, in their order. */
export const setUpSteps = ['body', 'look', 'actors', 'agents', 'procedures'] as const
export type SetUpStep = (typeof setUpSteps)[number]

export type SetUpProgress = {
  readonly steps: readonly { readonly step: SetUpStep; readonly done: boolean }[]
  readonly organisations: number
  readonly agents: number
  readonly procedures: number
}

/**
 * How far the set-up of the body is: each step is done by what it asks for, not by a tick.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function setUpProgress(context: Context): Promise<SetUpProgress> {
  await requireStudio(context)
  const [body, organisations, agents, solutions] = await Promise.all([
    readBody(context.db),
    listOrganisations(context),
    listAgents(context),
    listAdjustableProcedures(context),
  ])
  const offered = solutions.flatMap(({ procedures }) => procedures).filter((one) => one.offered)
  const done: Record<SetUpStep, boolean> = {
    body: body !== undefined && body.phone !== '' && body.address.length > 0,
    look: body?.logo !== undefined || (body !== undefined && body.brandColour !== '#0b4f6c'),
    // The body itself is the first one.
    actors:
      organisations.rows.filter(({ email, offered: when }) => email !== null && when === 'now').length > 0,
    agents: agents.rows.some(({ id }) => context.actor.kind !== 'person' || id !== context.actor.personId),
    procedures: offered.length > 0,
  }
  return {
    steps: setUpSteps.map((step) => ({ step, done: done[step] })),
    organisations: organisations.rows.length,
    agents: agents.rows.length,
    procedures: offered.length,
  }
}
