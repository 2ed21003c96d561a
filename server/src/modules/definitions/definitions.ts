// SPDX-License-Identifier: MIT
import { type Identity, type Model, modelOf, type Solution } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import { currentReleases, releaseById } from './definitions.queries.ts'
import type { Release } from './release.ts'

/** What is installed: every solution in force, and the collections that conditions and references may meet. */
export type Definitions = {
  readonly solutions: ReadonlyMap<string, Release>
  readonly model: Model
  /** The solution that holds people, bodies and memberships. */
  readonly identity: { readonly solution: string; readonly identity: Identity } | undefined
  /** Any release, current or former: entries stay on theirs. */
  release(id: string): Promise<Release>
}

export const definitionsCacheKey = 'definitions'

/** The definitions in force. Remembered; forgotten at each publication, in every process. */
export function definitionsOf(platform: Platform): Promise<Definitions> {
  return platform.cache.remember(definitionsCacheKey, () => loadDefinitions(platform))
}

async function loadDefinitions(platform: Platform): Promise<Definitions> {
  const releases = await currentReleases(platform.db)
  const solutions = new Map(releases.map((release) => [release.solution.key, release]))
  const current = new Map(releases.map((release) => [release.id, release]))
  return {
    solutions,
    model: modelOf(releases.map((release) => release.solution)),
    identity: identityOf(releases.map((release) => release.solution)),
    release: async (id) => current.get(id) ?? formerRelease(platform, id),
  }
}

/** Releases never change: remembered for good. */
function formerRelease(platform: Platform, id: string): Promise<Release> {
  return platform.cache.remember(`release:${id}`, async () => {
    const release = await releaseById(platform.db, id)
    if (!release) throw new Error(`no release ${id}: the foreign key of entries forbids it`)
    return release
  })
}

function identityOf(solutions: readonly Solution[]): Definitions['identity'] {
  const provider = solutions.find((solution) => solution.identity)
  return provider?.identity && { solution: provider.key, identity: provider.identity }
}
