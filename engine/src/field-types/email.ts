// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { fieldBase, type FieldType } from './field-type.ts'
import { checkLine, oneLine } from './one-line.ts'
import { accepted, refused } from './outcome.ts'
import { titles } from './titles.ts'

const schema = z.strictObject({ type: z.literal('email'), ...fieldBase })

export type EmailField = z.infer<typeof schema>

// Stricter than RFC 5321 (no quoted name, no bare host) and open to accented domains: what real mailboxes look like.
const mailbox =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u

/** A mailbox. The domain is stored in lower case; the name before it as given, since its case belongs to its server. */
export const email = {
  ...oneLine,
  key: 'email',
  title: titles.email,
  schema,
  check: (candidate) =>
    checkLine(candidate, (line) => {
      const isMailbox = line.length <= 254 && mailbox.test(line) && !/^\.|\.\.|\.@/.test(line)
      return isMailbox ? accepted(withLowerCaseDomain(line)) : refused({ code: 'email' })
    }),
  display: (value) => value,
  searchText: (value) => value,
} satisfies FieldType<EmailField, string>

function withLowerCaseDomain(address: string): string {
  const at = address.lastIndexOf('@')
  return address.slice(0, at) + address.slice(at).toLowerCase()
}
