// SPDX-License-Identifier: MIT
import { emptyInstallation, whatIsHeld } from '../modules/backup/index.ts'
import { installSolution } from '../modules/definitions/index.ts'
import { playDemonstrations, wasPlayed } from '../modules/demonstration/index.ts'
import { recordEvent } from '../modules/events/index.ts'
import { inBoth, Refused } from '../platform/cli/refused.ts'
import type { Context } from '../platform/context.ts'
import { borrowDatabase } from '../platform/postgres/provide-database.ts'
import { findShippedSolutions } from '../shipped-solution.ts'
import { backupMessages } from './backup-messages.ts'
import { type GuichetCommand, openInstallation } from './needs.ts'
import { requireNoServer } from './running-server.ts'

const resetCommand: GuichetCommand = {
  summary: {
    fr: 'Efface tout et rejoue la démonstration. Seulement là où rien d’autre n’est tenu.',
    en: 'Deletes everything and plays the demonstration again. Only where nothing else is held.',
  },
  usage: '--yes',
  options: { yes: { type: 'boolean' } },
  run: async ({ options }, needs) => {
    const { config, log, lifetime, solutionsFolder } = needs
    if (!config.demo) throw new Refused(backupMessages['demo-off'])
    const shipped = await findShippedSolutions(solutionsFolder)
    const demonstrations = shipped.flatMap(({ demonstration }) => demonstration ?? [])
    if (demonstrations.length === 0) throw new Refused(backupMessages['no-demonstration'])

    const { url, stop } = await borrowDatabase({ ...config, log })
    lifetime.add('database server', stop)
    await requireNoServer(url)
    const { context, accounts } = await openInstallation({
      ...needs,
      config: { ...config, databaseUrl: url },
    })
    await requireReset(context, options['yes'] === true)
    await emptyInstallation(context)
    for (const { solution } of shipped) await installSolution(context, solution, 'guichet')
    await playDemonstrations(accounts, demonstrations)
    await context.db
      .transaction()
      .execute((tx) => recordEvent(tx, context, { kind: 'demonstration.reset', payload: {} }))
    return inBoth(backupMessages['reset-done'])
  },
}

export const demoCommands = { 'demo reset': resetCommand }

/** Refuses where real work could be lost, and before somebody has said yes to losing the rest. */
async function requireReset(context: Context, saidYes: boolean): Promise<void> {
  const held = await whatIsHeld(context)
  const isEmpty = held.entries === 0 && held.accounts === 0
  if (!isEmpty && !(await wasPlayed(context.db))) throw new Refused(backupMessages['not-demonstration'])
  if (!saidYes) throw new Refused(backupMessages['confirm-reset'], held)
}
