// SPDX-License-Identifier: MIT
import type { Form } from '@guichet/engine'
import type { FilingChannel } from '../events/index.ts'
import type { InstalledProcedure } from '../catalogue/index.ts'

/** Somebody for whom an agent files: how they came, and how to reach them. */
export type FiledFor = {
  readonly channel: FilingChannel
  readonly name: string
  /** Null for who has no mailbox: the answer goes by letter, or by telephone. */
  readonly email: string | null
}

/** The same form, which does not insist on a mailbox that the person does not have. */
export function formWithoutMailbox({ form, collection }: InstalledProcedure): Form {
  const key = collection.contact?.email
  return {
    ...form,
    pages: form.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.field === key ? { ...item, required: false } : item)),
    })),
  }
}
