// SPDX-License-Identifier: MIT
import { solutionOf, type LocalizedText } from '@guichet/engine'
import type { LoadedEntry } from '../../entries/index.ts'
import { makeLink } from '../../links/index.ts'
import { messageForMail } from '../../messages/index.ts'
import {
  type Addressee,
  addresseesOf,
  composeMail,
  type MailWords,
  type NewMail,
  type NewNotification,
  queueMails,
  tellPeople,
} from '../../notifications/index.ts'
import { isOf } from '../fact-of.ts'
import { entryGone, type Outcome, type Perform, type StepOf } from '../outcome.ts'
import { StepRefused } from '../run-error.ts'
import type { Run, RunSession } from '../run-session.ts'

type Written = { mails: NewMail[]; notifications: NewNotification[]; outcome: Outcome }

/**
 * Writes to the recipients and, for those who are persons of the directory, tells them in the application. All the
 * mails of the runs leave in one statement. Nobody to tell is not a failure: the run says so and goes on.
 */
export const performNotify: Perform<StepOf<'notify'>> = async (session, step, runs) => {
  const written = new Map<string, Written>()
  for (const run of runs) written.set(run.row.id, await writeFor(session, step, run))
  const all = [...written.values()]
  const { tx, platform } = session
  const [first] = runs
  if (first) {
    const context = session.contextOf(first)
    await queueMails(
      tx,
      context,
      all.flatMap(({ mails }) => mails),
    )
    await tellPeople(
      tx,
      context,
      all.flatMap(({ notifications }) => notifications),
    )
  }
  platform.log.debug({ step: step.key, runs: runs.length }, 'people told')
  return new Map([...written].map(([id, { outcome }]) => [id, outcome]))
}

async function writeFor(session: RunSession, step: StepOf<'notify'>, run: Run): Promise<Written> {
  const entry = await session.entryOf(run)
  if (!entry) return { mails: [], notifications: [], outcome: entryGone }
  const context = session.contextOf(run)
  const addressees = await addresseesOf(session.tx, context, entry, step.to)
  const about = await wordsOf(session, run)
  const mails: NewMail[] = []
  const notifications: NewNotification[] = []
  for (const [at, addressee] of addressees.entries()) {
    const key = `${run.row.id}:${step.key}:${at}`
    const link = step.link ? await linkFor(session, run, entry, step.link, addressee) : undefined
    const words = { ...about, recipient: { name: addressee.name }, ...(link && { link }) }
    const mail = await mailFor(session, run, step.mail, words)
    mails.push({
      ...mail,
      key,
      to: { email: addressee.email, name: addressee.name || undefined },
      template: `${run.row.solution}.${step.mail}`,
      entry: { id: entry.id, collection: entry.collection },
    })
    if (addressee.kind === 'person' && addressee.id !== null) {
      notifications.push(
        await notificationFor(session, run, step, { key, personId: addressee.id, entry, words }),
      )
    }
  }
  return { mails, notifications, outcome: { kind: 'done', output: { told: mails.length } } }
}

async function linkFor(session: RunSession, run: Run, entry: LoadedEntry, purpose: string, to: Addressee) {
  const link = await makeLink(session.tx, session.contextOf(run), {
    purpose: `${solutionOf(entry.collection)}.${purpose}`,
    entryId: entry.id,
    email: to.email,
    name: to.name,
  })
  return { url: link.url, expiresAt: link.expiresAt.toISOString() }
}

async function mailFor(
  session: RunSession,
  run: Run,
  template: string,
  words: MailWords,
  locale: 'fr' | 'en' = 'fr',
) {
  const mail = run.release.solution.mails?.[template]
  const readable = await session.readableOf(run)
  if (!mail || !readable) throw new StepRefused({ code: 'step-unknown', detail: template })
  const context = session.contextOf(run)
  return composeMail({ ...context, actor: { ...context.actor, locale } }, mail, readable, words)
}

/** In the application people are told by the subject, in both languages: they choose theirs there. */
async function notificationFor(
  session: RunSession,
  run: Run,
  step: StepOf<'notify'>,
  { key, personId, entry, words }: { key: string; personId: string; entry: LoadedEntry; words: MailWords },
): Promise<NewNotification> {
  const title: LocalizedText = {
    fr: (await mailFor(session, run, step.mail, words)).subject,
    en: (await mailFor(session, run, step.mail, words, 'en')).subject,
  }
  return { key, personId, title, entry: { id: entry.id, collection: entry.collection } }
}

/** What the fact brings to the mail: the reason given, the message posted, who acted. */
async function wordsOf(session: RunSession, run: Run): Promise<Omit<MailWords, 'recipient'>> {
  const event = await session.eventOf(run)
  if (!event) return {}
  const { name } = event.actor
  const sender = name !== null && event.actor.kind !== 'system' ? { sender: { name } } : {}
  if (isOf(event, 'entry.moved')) {
    const { reason } = event.payload
    return reason === undefined ? sender : { ...sender, reason }
  }
  if (isOf(event, 'message.posted')) {
    const message = await messageForMail(session.tx, event.payload.messageId)
    return message ? { ...sender, message: message.body } : sender
  }
  return sender
}
