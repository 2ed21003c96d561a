// SPDX-License-Identifier: MIT
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Demonstration, type DemonstrationAct, type DemonstrationFiling, system } from '@guichet/engine'
import { actingAs, type Platform } from '../../platform/context.ts'
import type { Db } from '../../platform/db/database.ts'
import { localDay } from '../../platform/local-day.ts'
import type { Accounts } from '../accounts/index.ts'
import { importStreets } from '../addresses/index.ts'
import { lookAtClocks } from '../clocks/index.ts'
import { keepQueuedMails } from '../notifications/index.ts'
import { demonstrationKey, readSetting, saveBody, writeSetting } from '../settings/index.ts'
import { performAct } from './act.ts'
import { type Cast, gatherCast, momentAgo } from './cast.ts'
import { fileRequest } from './file-request.ts'
import { createStage, type Stage } from './stage.ts'

/**
 * Plays demonstrations on an installation that holds nothing: bodies, people and accounts, then filings and acts in
 * the order of their dates, through the same services and under the same rights as in a browser. Each act must
 * succeed: a demonstration that the solution no longer allows stops here, with its place.
 *
 * @returns the platform with the body that the demonstration brought
 */
export async function playDemonstrations(
  accounts: Accounts,
  demonstrations: readonly Demonstration[],
): Promise<Platform> {
  const { platform } = accounts
  if (demonstrations.length === 0) return platform
  await writeSetting(platform.db, demonstrationKey, { begunAt: platform.clock.now().toISOString() })
  for (const demonstration of demonstrations) {
    if (demonstration.body) {
      await saveBody(platform.db, demonstration.body)
      await platform.refreshTenant()
    }
    await play(accounts, demonstration)
  }
  await keepQueuedMails(platform.db)
  await writeSetting(platform.db, demonstrationKey, { playedAt: platform.clock.now().toISOString() })
  return platform
}

/** `begun`: the start that played it was cut, and what there is of it is worth nothing. */
export type DemonstrationState = 'none' | 'begun' | 'played'

export async function demonstrationState(db: Db): Promise<DemonstrationState> {
  const value = await readSetting(db, demonstrationKey)
  if (value === undefined || value === null || typeof value !== 'object') return 'none'
  return 'playedAt' in value ? 'played' : 'begun'
}

/** Whether this installation holds a demonstration, and nothing that was there before it. */
export async function wasPlayed(db: Db): Promise<boolean> {
  return (await demonstrationState(db)) !== 'none'
}

type Scene = {
  readonly at: Date
  readonly perform: () => Promise<void>
}

async function play(accounts: Accounts, demonstration: Demonstration): Promise<void> {
  const stage = createStage(accounts.platform)
  const today = localDay(accounts.platform.clock.now(), accounts.platform.tenant.timeZone)
  const earliest = Math.max(0, ...demonstration.filings.map(({ daysAgo }) => daysAgo))
  stage.setTime(momentAgo(stage.platform, today, { daysAgo: earliest + 30, at: '09:00' }))
  const cast = await gatherCast({ ...accounts, platform: stage.platform }, stage.platform, demonstration)
  if (demonstration.streets !== undefined) {
    const file = await readFile(fileURLToPath(demonstration.streets))
    const imported = await importStreets(actingAs(stage.platform, system), file)
    if (!imported.ok) throw new Error(`the demonstration's streets are refused: ${imported.refusal}`)
  }
  await stage.settle()

  const now = accounts.platform.clock.now()
  const scenes = demonstration.filings
    .flatMap((filing, at) => story(stage, today, cast, demonstration, filing, `filings[${at}]`))
    // What would happen later today has not happened yet.
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (const { at, perform } of scenes) {
    await stage.passUntil(at)
    await perform()
    await stage.settle()
  }
  await stage.passUntil(now)
  await lookAtClocks(stage.platform)
  await stage.settle()
}

/** A filing and what came of it; acts know the entry that the filing made. */
function story(
  stage: Stage,
  today: string,
  cast: Cast,
  demonstration: Demonstration,
  filing: DemonstrationFiling,
  place: string,
): Scene[] {
  const { platform } = stage
  const props = { cast, files: demonstration.files }
  let entryId: string | undefined
  const scene = (
    moment: { daysAgo: number; at: string },
    where: string,
    perform: () => Promise<void>,
  ): Scene => ({
    at: momentAgo(platform, today, moment),
    perform: () =>
      perform().catch((cause: unknown) => {
        throw new Error(`the demonstration fails at ${where}: ${reasonOf(cause)}`, { cause })
      }),
  })
  const filed = scene(filing, `${place} (${filing.procedure})`, async () => {
    entryId = await fileRequest(platform, filing, props)
  })
  const acts = (filing.acts ?? []).map((act: DemonstrationAct, at) =>
    scene(act, `${place}.acts[${at}]`, async () => {
      // Its filing was later than now: see the filter above.
      if (entryId !== undefined) await performAct(actingAs(platform, system), entryId, act, props)
    }),
  )
  return [filed, ...acts]
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const data = 'data' in cause ? ` ${JSON.stringify(cause.data)}` : ''
  return `${cause.message}${data}`
}
