// SPDX-License-Identifier: MIT
import type { Commands } from './platform/cli/run-command.ts'
import type { Config } from './platform/config/config.ts'
import { openDatabase } from './platform/db/database.ts'
import { prepareDatabase } from './platform/db/prepare.ts'
import type { Lifetime } from './platform/lifetime.ts'
import type { Log } from './platform/log.ts'
import { borrowDatabase } from './platform/postgres/provide-database.ts'

/** What a command starts from; what it starts is ended with it. */
export type CommandNeeds = { readonly config: Config; readonly log: Log; readonly lifetime: Lifetime }

/** The operator's commands. */
export const commands: Commands<CommandNeeds> = {
  'database migrate': {
    summary: {
      fr: 'Met la base de données à jour pour cette version.',
      en: 'Brings the database up to date for this version.',
    },
    usage: '',
    run: async (_args, { config, log, lifetime }) => {
      const provided = await borrowDatabase({ ...config, log })
      lifetime.add('database server', provided.stop)
      const database = openDatabase(provided.url, { log })
      lifetime.add('database', database.close)
      return (await prepareDatabase(database)).join('\n')
    },
  },
}
