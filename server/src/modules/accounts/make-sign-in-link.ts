// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { recordEvent } from '../events/index.ts'
import { accountPaths } from './account-paths.ts'
import { tokenMinutes } from './token-purposes.ts'
import { makeToken } from './tokens.ts'

/**
 * A link that signs in, once, for an operator to hand to its person where no mail leaves yet. Nobody else is to see it.
 * The caller has decided that the actor may act for the account.
 */
export async function makeSignInLink(
  context: Context,
  accountId: string,
): Promise<{ readonly url: string; readonly minutes: number }> {
  const purpose = 'email-link'
  return context.db.transaction().execute(async (tx) => {
    const token = await makeToken(tx, context, { purpose, subjectId: accountId })
    await recordEvent(tx, context, { kind: 'account.link-made', payload: { accountId } })
    return { url: context.tenant.publicUrl + accountPaths[purpose](token), minutes: tokenMinutes[purpose] }
  })
}
