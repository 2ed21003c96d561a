// SPDX-License-Identifier: MIT
import { type Demonstration, system } from '@guichet/engine'
import { emptyInstallation, whatIsHeld } from './modules/backup/index.ts'
import { installSolution } from './modules/definitions/index.ts'
import { demonstrationState, playDemonstrations } from './modules/demonstration/index.ts'
import type { OpenPlatform } from './open-platform.ts'
import { actingAs, type Platform } from './platform/context.ts'
import type { ShippedSolution } from './shipped-solution.ts'

/**
 * Publishes the solutions that come with the product and, where nothing is held yet, plays their demonstrations. A
 * first start that was cut begins again from nothing. An installation that holds anything else is never touched.
 *
 * @returns the platform, with the body that a demonstration brought
 */
export async function installShipped(
  { platform, accounts }: Pick<OpenPlatform, 'platform' | 'accounts'>,
  shipped: readonly ShippedSolution[],
  demonstrations: readonly Demonstration[],
): Promise<Platform> {
  const context = actingAs(platform, system)
  const install = async () => {
    for (const { solution } of shipped) await installSolution(context, solution, 'guichet')
  }
  await install()
  if (demonstrations.length === 0) return platform
  switch (await demonstrationState(platform.db)) {
    case 'played':
      return platform
    case 'begun':
      await emptyInstallation(context)
      await install()
      return playDemonstrations(accounts, demonstrations)
    case 'none': {
      const { entries, accounts: opened } = await whatIsHeld(context)
      return entries + opened > 0 ? platform : playDemonstrations(accounts, demonstrations)
    }
  }
}
