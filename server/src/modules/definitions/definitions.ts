// SPDX-License-Identifier: MIT
import { type Adjustments, type Identity, type Model, modelOf, type Solution } from '@guichet/engine'
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
  const adjusted = (release: Release) => withAdjustments(release, adjustments)
  const releases = (await currentReleases(platform.db)).map(adjusted)
  const solutions = new Map(releases.map((release) => [release.solution.key, release]))
  const known = new Map(releases.map((release) => [release.id, Promise.resolve(release)]))
  return {
    solutions,
    model: modelOf(releases.map((release) => release.solution)),
    identity: identityOf(releases.map((release) => release.solution)),
    release: (id) => {
      const release = known.get(id) ?? formerRelease(platform, id).then(adjusted)
      known.set(id, release)
      release.catch(() => known.delete(id))
      return release
    },
  }
}

/** The body's words are those of today also for what was filed under a former release. */
function withAdjustments(
  release: Release,
  adjustments: ReadonlyMap<string, { readonly adjustments: Adjustments }>,
): Release {
  const own = adjustments.get(release.published.key)?.adjustments
  return own ? releaseOf(release.id, release.number, release.published, own) : release
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
