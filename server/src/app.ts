// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Demonstration } from '@guichet/engine'
import { sql } from 'kysely'
import { mountApi } from './api.ts'
import { wasPlayed } from './modules/demonstration/index.ts'
import { installShipped } from './first-start.ts'
import { accountsOf, openPlatform } from './open-platform.ts'
import type { Config } from './platform/config/config.ts'
import { listen } from './platform/http/listen.ts'
import type { Db } from './platform/db/database.ts'
import { describeProblem } from './platform/http/problem-answers.ts'
import { createHttpServer } from './platform/http/server.ts'
import { mountWeb } from './platform/http/web.ts'
import type { StartNotice } from './platform/start-notice.ts'
import type { Lifetime } from './platform/lifetime.ts'
import type { Log } from './platform/log.ts'
import { createMailTransport } from './platform/mail/index.ts'
import { httpSmsTransport } from './platform/sms/index.ts'
import { helpPictureRoutes } from './modules/help/index.ts'
import { providersRoutes } from './modules/identity-providers/index.ts'
import { makeFirstCode } from './modules/set-up/index.ts'
import { createOutgoing } from './platform/outgoing/outgoing.ts'
import { webRequestContext } from './request-contexts.ts'
import type { ShippedSolution } from './shipped-solution.ts'
import { declareWork } from './workers.ts'

export type RunningApp = Pick<StartNotice, 'demonstration' | 'firstCode'> & { readonly address: string }

/** Where the pages were built. */
const webBuild = join(import.meta.dirname, '../../web/build')

/**
 * Starts everything, in order: platform, solutions, work in the background, pages and API. What was started is in
 * `lifetime`, also when a later part fails.
 */
export async function startApp(
  config: Config,
  log: Log,
  lifetime: Lifetime,
  shipped: readonly ShippedSolution[],
): Promise<RunningApp> {
  const opened = await openPlatform(config, log, lifetime, { pictures: picturesOf(shipped) })
  const { database } = opened
  const demonstrations = config.demo ? shipped.flatMap(({ demonstration }) => demonstration ?? []) : []
  const platform = await installShipped(opened, shipped, demonstrations)
  const accounts = accountsOf(platform, config)

  await declareWork(platform, {
    accounts,
    transport: createMailTransport(config.mail),
    texts: config.sms && httpSmsTransport(config.sms),
    outgoing: createOutgoing({ allow: config.privateHosts }),
  })

  const limits = { bodyLimit: 1_048_576, maxUploadBytes: config.maxUploadBytes }
  const http = await createHttpServer({
    ...config,
    log,
    ids: platform.ids,
    checks: {
      database: () => sql`select 1`.execute(database.db),
      storage: () => platform.storage.check(),
      jobs: () => platform.jobs.counts(),
    },
  })
  lifetime.add('http', () => http.close())
  await mountApi(http, accounts)
  helpPictureRoutes(http, platform)
  await providersRoutes(http, platform)
  if (existsSync(webBuild)) {
    await mountWeb(http, {
      buildFolder: webBuild,
      publicUrl: config.publicUrl,
      maxUploadBytes: config.maxUploadBytes,
      contextFor: (request, locale) => webRequestContext(accounts, request, locale),
      fallbackTenant: () => platform.tenant,
      describeProblem: (error, locale, request) => describeProblem(error, locale, request, limits),
    })
  }
  return {
    address: await listen(http, config),
    demonstration: await accountsShown(platform.db, demonstrations),
    firstCode: await makeFirstCode(platform),
  }
}

function picturesOf(shipped: readonly ShippedSolution[]): Map<string, string> {
  return new Map(
    shipped.flatMap(({ solution, pictures }) =>
      [...(pictures ?? [])].map(([name, file]) => [`${solution.key}/${name}`, file] as const),
    ),
  )
}

/** The accounts to try a demonstration with, as long as it is what the installation holds. */
async function accountsShown(
  db: Db,
  demonstrations: readonly Demonstration[],
): Promise<StartNotice['demonstration']> {
  if (!(await wasPlayed(db))) return undefined
  const [first] = demonstrations
  const emails = demonstrations.flatMap(({ accounts }) => accounts.map(({ email }) => email))
  return first && { emails, password: first.password }
}
