// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { lockHolder, linksByNumber } from './links.queries.ts'
import { renewed } from './open-link.ts'
import { purposeOn } from './purpose-of.ts'
import { sendNew, type SendLinkMail, wasSentEnough } from './renew-link.ts'

/**
 * Sends the link of a request again, to somebody who gives its number and the mailbox it was made for. To that mailbox
 * only: whoever knows a number and a mailbox learns nothing and reads nothing.
 *
 * Answers nothing, whatever happened: sent, unknown number, another mailbox, revoked by the body, asked again too
 * soon. The link sent before stops working, as after a renewal from its page.
 */
export async function sendLinkAgain(
  context: Context,
  typed: { readonly number: string; readonly email: string },
  sendMail: SendLinkMail,
): Promise<void> {
  const number = typed.number
    .trim()
    .replace(/[\u2010-\u2015]/g, '-')
    .toUpperCase()
  const email = typed.email.trim()
  await context.db.transaction().execute(async (tx) => {
    for (const row of await linksByNumber(tx, { number, email })) {
      const found = await purposeOn(tx, context, { entryId: row.entry_id, purpose: row.purpose })
      const isForApplicants = found?.purpose.opens === 'request'
      const isEnded = row.revoked_at !== null && row.revoked_reason !== renewed
      if (!found || !isForApplicants || isEnded) continue
      await lockHolder(tx, row)
      if (!(await wasSentEnough(tx, context, row))) await sendNew(tx, context, { row, ...found }, sendMail)
      return
    }
  })
}
