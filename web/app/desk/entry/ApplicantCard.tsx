// SPDX-License-Identifier: MIT
import type { EntryView } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { AnswerList, type ShownAnswer } from '../../ui/AnswerList.tsx'

type Contact = EntryView['contact']

/** Who asks and where to answer, apart from what they ask: the questions were worded for them, not for agents. */
export function ApplicantCard({ contact, answers }: { contact: Contact; answers: readonly ShownAnswer[] }) {
  const labels = contactLabels(contact)
  const own = answers.flatMap((answer) => {
    const label = labels.get(answer.key)
    return label === undefined ? [] : [{ ...answer, label }]
  })
  if (own.length === 0) return null
  return (
    <section className="card">
      <div className="card__h">
        <h2>{m.desk_entry_applicant()}</h2>
      </div>
      <div className="card__b card__b--tight">
        <AnswerList answers={own} stacked />
      </div>
    </section>
  )
}

/** The answers without those of the card. */
export function withoutContact(contact: Contact, answers: readonly ShownAnswer[]): ShownAnswer[] {
  const labels = contactLabels(contact)
  return answers.filter(({ key }) => !labels.has(key))
}

function contactLabels(contact: Contact): Map<string, string> {
  const entries: [string | undefined, string][] = [
    [contact?.name, m.desk_contact_name()],
    [contact?.email, m.desk_contact_email()],
    [contact?.phone, m.desk_contact_phone()],
  ]
  return new Map(entries.flatMap(([key, label]) => (key === undefined ? [] : [[key, label]])))
}
