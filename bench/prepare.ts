// SPDX-License-Identifier: MIT
import { type Actor, system } from '@guichet/engine'
import { createKey, provisionAccount } from '../server/src/modules/accounts/index.ts'
import { installSolution } from '../server/src/modules/definitions/index.ts'
import { sealEvents } from '../server/src/modules/events/index.ts'
import { createEntry } from '../server/src/modules/entries/index.ts'
import { openPlatform } from '../server/src/open-platform.ts'
import { readConfig } from '../server/src/platform/config/config.ts'
import { actingAs, type Context } from '../server/src/platform/context.ts'
import { createLifetime } from '../server/src/platform/lifetime.ts'
import { silentLog } from '../server/src/platform/log.ts'
import { benchSolution } from './bench-solution.ts'
import { loadRequests } from './load-requests.ts'

/** A body of 40 units, filled; the agent works for three of them and heads a fourth: a tenth of all requests. */
export type Prepared = { readonly key: string; readonly unit: string; readonly personId: string }

const units = 40
const agentEmail = 'agent@bench.example'

/** Makes an installation in `dataDir` with `count` requests, and a key of the agent's account. */
export async function prepare(dataDir: string, count: number): Promise<Prepared> {
  const lifetime = createLifetime(silentLog)
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'false', LOG_LEVEL: 'silent' })
  try {
    const { platform, accounts } = await openPlatform(config, silentLog, lifetime, { handles: false })
    const context = actingAs(platform, system)
    const release = await installSolution(context, benchSolution, 'bench')
    const create = (collection: string, values: Record<string, unknown>) =>
      createEntry(context, { collection: `bench.${collection}`, values, required: 'none', owner: null })

    const opened = await provisionAccount(accounts, { email: agentEmail, name: 'Ada Lovelace' })
    if (!opened.ok) throw new Error(`no account: ${opened.refusal}`)
    const owners: string[] = []
    for (let at = 0; at < 50; at += 1) {
      owners.push((await create('person', { name: `Person ${at}`, email: `p${at}@bench.example` })).id)
    }
    const made: string[] = []
    for (let at = 0; at < units; at += 1) {
      const head = at === 5 ? opened.personId : owners[at]
      made.push((await create('unit', { name: `Unit ${at}`, email: `u${at}@bench.example`, head })).id)
    }
    for (const unit of made.slice(0, 3)) {
      await create('membership', { person: opened.personId, unit, role: 'bench.agent' })
    }
    await loadRequests(
      platform,
      { collection: 'bench.request', releaseId: release.id, units: made, owners },
      count,
    )
    // As in an installation that was filled day by day: nothing is left to seal while it is measured.
    await sealEvents(platform)
    const { key } = await createKey(asPerson(context, opened.personId), {
      accountId: opened.accountId,
      name: 'bench',
    })
    return { key, unit: made[0] ?? '', personId: opened.personId }
  } finally {
    await lifetime.end()
  }
}

function asPerson(context: Context, personId: string): Context {
  const actor: Actor = {
    kind: 'person',
    personId,
    name: 'Ada Lovelace',
    email: agentEmail,
    locale: 'fr',
    roles: [],
  }
  return actingAs(context, actor)
}
