// SPDX-License-Identifier: MIT
import { type Locale, mayReceiveTexts, solutionOf } from '@guichet/engine'
import { mailNotices, type Notice, type NoticeAsked } from '../../clocks/index.ts'
import { askedInWords, type LoadedEntry } from '../../entries/index.ts'
import { makeLinks } from '../../links/index.ts'
import { messageForMail } from '../../messages/index.ts'
import {
  type Addressee,
  addresseesOf,
  composeMail,
  composeSms,
  composeSubject,
  type MailOfEntry,
  type MailWords,
  type NewMail,
  type NewNotification,
  type NewSms,
  queueMails,
  queueTexts,
  tellPeople,
} from '../../notifications/index.ts'
import { isOf } from '../fact-of.ts'
import { withoutAuthor } from '../message-author.ts'
import { entryGone, type Outcome, type Perform, type StepOf } from '../outcome.ts'
import { StepRefused } from '../run-error.ts'
import type { Run, RunSession } from '../run-session.ts'

/** One mail to write: to whom, about which entry, in which words. */
type Letter = {
  readonly run: Run
  readonly entry: LoadedEntry
  readonly addressee: Addressee
  readonly key: string
  readonly about: Omit<MailWords, 'recipient'>
}

/**
 * Writes to the recipients and, for those who are persons of the directory, tells them in the application. All the
 * links, mails and notifications of the runs are written in a few statements. Nobody to tell is not a failure: the
 * run says so and goes on.
 */
export const performNotify: Perform<StepOf<'notify'>> = async (session, step, runs) => {
  const letters: Letter[] = []
  const outcomes = new Map<string, Outcome>()
  const notices = await noticesOf(session, step, runs)
  for (const run of runs) {
    const entry = await session.entryOf(run)
    const notice = notices.get(run.row.entry_id)
    const theirs = entry ? await lettersOf(session, step, { run, entry, notice }) : []
    letters.push(...theirs)
    outcomes.set(run.row.id, entry ? { kind: 'done', output: { told: theirs.length } } : entryGone)
  }
  const [first] = letters
  if (!first) return outcomes
  const links = step.link ? await linksFor(session, step.link, letters) : []
  const mails: NewMail[] = []
  const texts: NewSms[] = []
  const notifications: NewNotification[] = []
  for (const [at, letter] of letters.entries()) {
    const link = links[at]
    const words = { ...letter.about, recipient: { name: letter.addressee.name }, ...(link && { link }) }
    mails.push(await mailOf(session, step, letter, words))
    texts.push(...(await textsOf(session, step, letter, words)))
    const { kind, id } = letter.addressee
    if (kind === 'person' && id !== null)
      notifications.push(await notificationOf(session, step, letter, id, words))
  }
  const context = session.contextOf(first.run)
  await queueMails(session.tx, context, mails)
  await queueTexts(session.tx, context, texts)
  await tellPeople(session.tx, context, notifications)
  return outcomes
}

async function lettersOf(
  session: RunSession,
  step: StepOf<'notify'>,
  { run, entry, notice }: { run: Run; entry: LoadedEntry; notice: Notice | undefined },
): Promise<Letter[]> {
  const addressees = await withoutAuthor(
    session,
    run,
    step.to,
    await addresseesOf(session.book, entry, step.to),
  )
  const about = { ...(await wordsOf(session, run, entry)), ...(notice && { notice }) }
  return addressees.map((addressee, at) => {
    const key = `${run.row.id}:${step.key}:${at}`
    return { run, entry, addressee, key, about }
  })
}

async function linksFor(session: RunSession, purpose: string, letters: readonly Letter[]) {
  const made = await makeLinks(
    session.tx,
    letters.map(({ run, entry, addressee }) => ({
      context: session.contextOf(run),
      entry,
      purpose: `${solutionOf(entry.collection)}.${purpose}`,
      email: addressee.email,
      name: addressee.name,
    })),
  )
  return made.map(({ url, expiresAt }) => ({ url, expiresAt: expiresAt.toISOString() }))
}

async function mailOf(
  session: RunSession,
  step: StepOf<'notify'>,
  { run, entry, addressee, key }: Letter,
  words: MailWords,
): Promise<NewMail> {
  const template = await templateOf(session, step, run)
  return {
    ...composeMail(session.contextOf(run), template, words, languageOf(session, addressee)),
    key,
    to: { email: addressee.email, name: addressee.name || undefined },
    template: `${run.row.solution}.${step.mail}`,
    entry: { id: entry.id, collection: entry.collection },
  }
}

/** The same fact on the mobile telephone, when the step has a text for it and a number is known; else nothing. */
async function textsOf(
  session: RunSession,
  step: StepOf<'notify'>,
  { run, entry, addressee, key }: Letter,
  words: MailWords,
): Promise<NewSms[]> {
  const { phone, name } = addressee
  if (step.text === undefined || phone === null || !mayReceiveTexts(phone)) return []
  const template = run.release.solution.texts?.[step.text]
  const readable = await session.readableOf(run)
  if (!template || !readable) throw new StepRefused({ code: 'step-unknown', detail: step.text })
  const locale = languageOf(session, addressee)
  const sms = { template, entry: readable, expressions: run.release.expressions }
  return [
    {
      key: `${key}:sms`,
      to: { phone, name: name || undefined },
      subject: template.title[locale],
      text: composeSms(session.contextOf(run), sms, words, locale),
      template: `${run.row.solution}.${step.text}`,
      entry: { id: entry.id, collection: entry.collection },
    },
  ]
}

/** The reader's language, or the first of the body where nothing tells. */
function languageOf({ platform }: RunSession, { locale }: Addressee): Locale {
  return locale ?? platform.tenant.languages?.[0] ?? 'fr'
}

/** In the application people are told by the subject, in both languages: they choose theirs there. */
async function notificationOf(
  session: RunSession,
  step: StepOf<'notify'>,
  { run, entry, key }: Letter,
  personId: string,
  words: MailWords,
): Promise<NewNotification> {
  const template = await templateOf(session, step, run)
  const title = composeSubject(session.contextOf(run), template, words)
  return { key, personId, title, entry: { id: entry.id, collection: entry.collection } }
}

async function templateOf(session: RunSession, step: StepOf<'notify'>, run: Run): Promise<MailOfEntry> {
  const template = run.release.solution.mails?.[step.mail]
  const entry = await session.readableOf(run)
  if (!template || !entry) throw new StepRefused({ code: 'step-unknown', detail: step.mail })
  return { template, entry, expressions: run.release.expressions }
}

/** What the law has the mails say of their entries, where their template asks for it. */
async function noticesOf(
  session: RunSession,
  step: StepOf<'notify'>,
  runs: readonly Run[],
): Promise<ReadonlyMap<string, Notice>> {
  const asked: NoticeAsked[] = []
  for (const run of runs) {
    const notice = run.release.solution.mails?.[step.mail]?.notice
    const entry = notice && (await session.entryOf(run))
    if (notice && entry) asked.push({ entry, notice })
  }
  return mailNotices(session.tx, session.platform, asked)
}

/** What the fact brings to the mail: the reason given, the answers to correct, the message posted, who acted. */
async function wordsOf(
  session: RunSession,
  run: Run,
  entry: LoadedEntry,
): Promise<Omit<MailWords, 'recipient'>> {
  const event = await session.eventOf(run)
  if (!event) return {}
  const { name } = event.actor
  const sender = name !== null && event.actor.kind !== 'system' ? { sender: { name } } : {}
  if (isOf(event, 'entry.moved')) {
    const { reason } = event.payload
    const askedIn = askedInWords(session.contextOf(run), entry, event.payload)
    return { ...sender, askedIn, ...(reason !== undefined && { reason }) }
  }
  if (isOf(event, 'message.posted')) {
    const message = await messageForMail(session.tx, event.payload.messageId)
    return message ? { ...sender, message: message.body } : sender
  }
  return sender
}
