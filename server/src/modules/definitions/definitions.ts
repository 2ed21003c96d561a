// SPDX-License-Identifier: MIT
import {
  type Adjustments,
  extensionsIn,
  type Identity,
  type Model,
  modelOf,
  type Solution,
  solutionOf,
} from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import { currentAdjustments, currentReleases, releaseById } from './definitions.queries.ts'
import { type Release, releaseOf } from './release.ts'

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

/** The definitions in force. Remembered; forgotten at each publication and adjustment, in every process. */
export function definitionsOf(platform: Platform): Promise<Definitions> {
  return platform.cache.remember(definitionsCacheKey, () => loadDefinitions(platform))
}

async function loadDefinitions(platform: Platform): Promise<Definitions> {
  const adjustments = await currentAdjustments(platform.db)
  const inForce = await currentReleases(platform.db)
  const others = inForce.map(({ published }) => published)
  const completed = (release: Release) => completedBy(release, adjustments, others)
  const releases = inForce.map(completed)
  const solutions = new Map(releases.map((release) => [release.solution.key, release]))
  const known = new Map(releases.map((release) => [release.id, Promise.resolve(release)]))
  return {
    solutions,
    model: modelOf(releases.map((release) => release.solution)),
    identity: identityOf(releases.map((release) => release.solution)),
    release: (id) => {
      const release = known.get(id) ?? formerRelease(platform, id).then(completed)
      known.set(id, release)
      release.catch(() => known.delete(id))
      return release
    },
  }
}

/**
 * The body's words and what other solutions add are those of today, also for what was filed under a former release: a
 * person entered years ago is asked what is wanted of people now.
 */
function completedBy(
  release: Release,
  adjustments: ReadonlyMap<string, { readonly adjustments: Adjustments }>,
  others: readonly Solution[],
): Release {
  const { id, number, published } = release
  const own = adjustments.get(published.key)?.adjustments
  const isExtended = extensionsIn(others).some(({ ref }) => solutionOf(ref) === published.key)
  return own || isExtended ? releaseOf(id, number, published, { adjustments: own, others }) : release
}

/** As it was published. Releases never change: remembered for good. */
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
