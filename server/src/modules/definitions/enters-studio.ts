// SPDX-License-Identifier: MIT
import { spacesOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from './definitions.ts'

/**
 * Whether the actor sees to the working of the body: holds a role whose space is the studio, or is the body itself.
 * Such a person reads the outbox, resumes runs and subscribes programs; it gives no right on any entry.
 */
export async function entersStudio(context: Context): Promise<boolean> {
  if (context.actor.kind === 'system') return true
  const { solutions } = await definitionsOf(context)
  const installed = [...solutions.values()].map(({ solution }) => solution)
  return spacesOf(installed, context.actor).has('studio')
}

/**
 * Stops whoever does not see to the working of the body.
 *
 * @throws Problem `sign-in-required` when nobody is signed in, `not-allowed`
 */
export async function requireStudio(context: Context): Promise<void> {
  if (await entersStudio(context)) return
  throw problem(context.actor.kind === 'nobody' ? 'sign-in-required' : 'not-allowed')
}
