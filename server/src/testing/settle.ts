// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Platform } from '../platform/context.ts'
import type { Outgoing } from '../platform/outgoing/outgoing.ts'
import type { MailTransport } from '../platform/mail/index.ts'
import type { SmsTransport } from '../platform/sms/index.ts'
import { tellOfChanges } from '../modules/approvals/index.ts'
import { followClocks } from '../modules/clocks/index.ts'
import { dispatchQueue } from '../modules/events/index.ts'
import { dispatchEvents, takeUpRuns } from '../modules/flows/index.ts'
import { deliverMails } from '../modules/notifications/index.ts'
import { completeTasksOf } from '../modules/tasks/index.ts'
import { deliverWebhooks, queueDeliveries } from '../modules/webhooks/index.ts'

export type Outside = {
  readonly transport?: MailTransport | undefined
  readonly texts?: SmsTransport | undefined
  readonly outgoing?: Outgoing
}

type QueuedJob = { name: string; data: Record<string, unknown> }

/** Further than any chain of jobs in a test. */
const mostRounds = 200

/**
 * Does by hand what the job workers do, until nothing is due at the time of the tenant's clock: tests need neither
 * wait nor guess. Mails stay in the outbox unless a transport is given.
 */
export async function settle(platform: Platform, outside: Outside = {}): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const jobs = await takeDueJobs(platform)
    if (jobs.length === 0) return
    const of = <T>(queue: string, key: string) =>
      jobs.flatMap(({ name, data }) => (name === queue ? [data[key] as T] : []))
    const events = of<number>(dispatchQueue, 'eventId')
    const runs = of<string>('flows.advance', 'runId')
    const mails = of<string>('mails.deliver', 'mailId')
    const deliveries = of<string>('webhooks.deliver', 'deliveryId')
    const { outgoing = unreachable } = outside
    if (events.length > 0)
      await dispatchEvents(platform, [completeTasksOf, followClocks, queueDeliveries, tellOfChanges], events)
    if (runs.length > 0) await takeUpRuns(platform, outgoing, runs)
    if (deliveries.length > 0) await deliverWebhooks(platform, outgoing, deliveries)
    if (mails.length > 0) await deliverMails(platform, { mail: outside.transport, sms: outside.texts }, mails)
  }
  throw new Error('jobs keep queuing jobs')
}

/** Takes out of the queues what is due by the tenant's clock; a job sent without a date is due at once. */
async function takeDueJobs(platform: Platform): Promise<QueuedJob[]> {
  const now = platform.clock.now()
  const { rows } = await sql<QueuedJob>`
    with dated as (
      delete from jobs.job where state = 'created' and (start_after = created_on or start_after <= ${now})
        and name in (${dispatchQueue}, 'flows.advance', 'mails.deliver', 'webhooks.deliver')
      returning name, data
    ), brief as (
      delete from public.brief_jobs where queue = ${dispatchQueue} returning queue as name, data
    )
    select name, data from dated union all select name, data from brief
  `.execute(platform.db)
  return rows
}

const unreachable: Outgoing = () => Promise.reject(new Error('this test calls nobody'))
