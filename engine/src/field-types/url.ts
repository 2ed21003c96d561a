// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { fieldBase, type Checked, type FieldType } from './field-type.ts'
import { checkLine, oneLine } from './one-line.ts'
import { accepted, refused } from './outcome.ts'
import { titles } from './titles.ts'

const schema = z.strictObject({ type: z.literal('url'), ...fieldBase })

export type UrlField = z.infer<typeof schema>

const maxLength = 2000

/** The address of a page, `http` or `https` only: any other scheme in a link may run code (`javascript:`). */
export const url = {
  ...oneLine,
  key: 'url',
  title: titles.url,
  schema,
  check: (candidate) => checkLine(candidate, checkUrl),
  display: (value) => value,
  searchText: (value) => value,
} satisfies FieldType<UrlField, string>

function checkUrl(line: string): Checked<string> {
  if (line.length > maxLength)
    return refused({ code: 'too_long', params: { max: maxLength, length: line.length } })
  // People leave the scheme out: `www.plassans.fr`, `plassans.fr:8080/page`.
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(line)
  const address = hasScheme ? line : `https://${line}`
  const parsed = !/\s/.test(address) && URL.canParse(address) ? new URL(address) : undefined
  if (parsed && !/^https?:$/.test(parsed.protocol)) return refused({ code: 'url_scheme' })
  // A name and password before the host is how a false address imitates a true one.
  const isPage = parsed && parsed.hostname.includes('.') && parsed.username === '' && parsed.password === ''
  return isPage && parsed.href.length <= maxLength ? accepted(parsed.href) : refused({ code: 'url' })
}
