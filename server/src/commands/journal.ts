// SPDX-License-Identifier: MIT
import { type SealFault, verifySeals } from '../modules/events/index.ts'
import { inBoth, Refused } from '../platform/cli/refused.ts'
import type { Platform } from '../platform/context.ts'
import { backupMessages, sealFaults } from './backup-messages.ts'
import { type GuichetCommand, openInstallation } from './needs.ts'

const verifyCommand: GuichetCommand = {
  summary: {
    fr: 'Vérifie le journal : nomme ce qui a été changé ou retiré depuis qu’il fut scellé.',
    en: 'Verifies the journal: names what was changed or removed since it was sealed.',
  },
  usage: '',
  run: async (_args, needs) => tellJournal((await openInstallation(needs)).context),
}

export const journalCommands = { 'journal verify': verifyCommand }

/** That the journal is intact, in words; refused otherwise, with each fault. */
export async function tellJournal(platform: Platform): Promise<string> {
  const { seals, events, faults } = await verifySeals(platform)
  if (faults.length > 0) throw new Refused(backupMessages['journal-faulty'], {}, faults.map(faultLine))
  return inBoth(backupMessages['journal-sound'], { seals, events })
}

function faultLine(fault: SealFault): string {
  return `  ${inBoth(sealFaults[fault.kind], { ...fault }).replace('\n', '\n  ')}`
}
