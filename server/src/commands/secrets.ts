// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import { sealedAccounts } from '../modules/accounts/index.ts'
import { sealedProviders } from '../modules/identity-providers/index.ts'
import { sealedWebhooks } from '../modules/webhooks/index.ts'
import { inBoth } from '../platform/cli/refused.ts'
import { resealColumn, type SealedColumn } from '../platform/db/reseal-column.ts'
import { type GuichetCommand, openInstallation } from './needs.ts'

/** Every secret that is stored encrypted. A module that stores one adds it here. */
const sealedColumns: readonly SealedColumn[] = [...sealedAccounts, ...sealedProviders, ...sealedWebhooks]

const rotated: LocalizedText = {
  fr: '{moved} secret(s) chiffrés avec la clé d’aujourd’hui. SECRET_KEY_PREVIOUS peut être retirée.',
  en: '{moved} secret(s) encrypted with the key of today. SECRET_KEY_PREVIOUS can be removed.',
}

const rotateCommand: GuichetCommand = {
  summary: {
    fr: 'Chiffre à nouveau, avec SECRET_KEY, ce qui le fut avec SECRET_KEY_PREVIOUS.',
    en: 'Encrypts again, with SECRET_KEY, what was encrypted with SECRET_KEY_PREVIOUS.',
  },
  usage: '',
  run: async (_args, needs) => {
    const { context } = await openInstallation(needs)
    let moved = 0
    for (const column of sealedColumns) moved += await resealColumn(context.db, context, column)
    return inBoth(rotated, { moved })
  },
}

export const secretsCommands = { 'secrets rotate': rotateCommand }
