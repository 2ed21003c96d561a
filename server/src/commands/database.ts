// SPDX-License-Identifier: MIT
import { openDatabase } from '../platform/db/database.ts'
import { prepareDatabase } from '../platform/db/prepare.ts'
import { borrowDatabase } from '../platform/postgres/provide-database.ts'
import type { GuichetCommand } from './needs.ts'

const migrateCommand: GuichetCommand = {
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
}

export const databaseCommands = { 'database migrate': migrateCommand }
