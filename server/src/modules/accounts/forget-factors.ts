// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { recordEvent } from '../events/index.ts'
import { logAccount } from './account-log.ts'
import { deleteCodeApp, deleteRecoveryCodes } from './factors/factors.queries.ts'
import { deletePasskeysOf } from './factors/passkeys.queries.ts'
import { deleteDevices } from './factors/remembered-devices.queries.ts'
import { deleteSessionsOf } from './sessions.queries.ts'

/**
 * Takes all second factors of an account away, and its sessions with them: for an operator, when its person has lost the
 * telephone, the passkeys and the recovery codes, and proved who they are otherwise. The caller has decided that the
 * actor may.
 */
export async function forgetFactors(context: Context, accountId: string): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await deleteCodeApp(tx, accountId)
    await deletePasskeysOf(tx, accountId)
    await deleteRecoveryCodes(tx, accountId)
    await deleteDevices(tx, { accountId })
    await deleteSessionsOf(tx, accountId)
    await logAccount(tx, context, undefined, { accountId, kind: 'factors-forgotten' })
    await recordEvent(tx, context, {
      kind: 'account.secured',
      payload: { accountId, change: 'factors-forgotten' },
    })
  })
}
