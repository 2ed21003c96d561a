// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { recordEvent } from '../events/index.ts'
import { setDisabled } from './accounts.queries.ts'
import { deleteSessionsOf } from './sessions.queries.ts'

/**
 * Closes an account: its sessions end at once, its keys stop working, no link signs in any more. Nothing is deleted.
 * The caller has decided that the actor may.
 *
 * @returns whether it was open
 */
export async function disableAccount(context: Context, accountId: string): Promise<boolean> {
  const at = context.clock.now()
  return context.db.transaction().execute(async (tx) => {
    const changed = await setDisabled(tx, { accountId, at, disabled: true })
    if (!changed) return false
    await deleteSessionsOf(tx, accountId)
    await recordEvent(tx, context, { kind: 'account.disabled', payload: { accountId } })
    return true
  })
}
