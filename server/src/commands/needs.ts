// SPDX-License-Identifier: MIT
import { system } from '@guichet/engine'
import type { Accounts } from '../modules/accounts/index.ts'
import { openPlatform } from '../open-platform.ts'
import type { Command } from '../platform/cli/run-command.ts'
import type { Config } from '../platform/config/config.ts'
import { actingAs, type Context } from '../platform/context.ts'
import type { Lifetime } from '../platform/lifetime.ts'
import type { Log } from '../platform/log.ts'

/** What a command starts from; what it starts is ended with it. */
export type CommandNeeds = {
  readonly config: Config
  readonly log: Log
  readonly lifetime: Lifetime
  /** Folder of the solutions that come with the product. */
  readonly solutionsFolder: string
}

export type GuichetCommand = Command<CommandNeeds>

/** An installation opened for a command, which acts in the name of the body. */
export type Installation = {
  readonly context: Context
  readonly accounts: Accounts
  /** Of the database. */
  readonly url: string
}

/** Opens the installation: its running database when a server has started it, else started for the command. */
export async function openInstallation({ config, log, lifetime }: CommandNeeds): Promise<Installation> {
  const { platform, accounts, database } = await openPlatform(config, log, lifetime, { handles: false })
  return { context: actingAs(platform, system), accounts, url: database.url }
}
