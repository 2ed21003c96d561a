// SPDX-License-Identifier: MIT
import type { Commands } from '../platform/cli/run-command.ts'
import { accountCommands } from './account.ts'
import { backupCommands } from './backup.ts'
import { bodyCommands } from './body.ts'
import { databaseCommands } from './database.ts'
import { demoCommands } from './demo.ts'
import { journalCommands } from './journal.ts'
import { keyCommands } from './key.ts'
import type { CommandNeeds } from './needs.ts'
import { secretsCommands } from './secrets.ts'
import { solutionCommands } from './solution.ts'
import { streetsCommands } from './streets.ts'
import { territoriesCommands } from './territories.ts'

export type { CommandNeeds } from './needs.ts'

/** The operator's commands. They act in the name of the body; what they change is in the journal. */
export const commands: Commands<CommandNeeds> = {
  ...accountCommands,
  ...keyCommands,
  ...secretsCommands,
  ...bodyCommands,
  ...solutionCommands,
  ...backupCommands,
  ...journalCommands,
  ...databaseCommands,
  ...streetsCommands,
  ...territoriesCommands,
  ...demoCommands,
}
