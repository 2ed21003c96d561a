// SPDX-License-Identifier: MIT
import { operators, type Operator } from '@guichet/engine'
import { problem } from '../../platform/http/problems.ts'

/** A list as an address asks for it, before it meets a collection: values are text. */
export type AskedList = {
  readonly filters: readonly {
    readonly field: string
    readonly op: Operator
    readonly value?: string | string[]
  }[]
  readonly states?: readonly string[]
  readonly search?: string
  readonly sort?: string
  readonly limit?: number
  readonly after?: string
  readonly fields?: readonly string[]
}

const filterName = /^filter\[([A-Za-z]\w*(?:\.[A-Za-z]\w*)?)\](?:\[([a-z]+)\])?$/

/**
 * Reads `filter[level]=expert`, `filter[fee][gte]=1000`, `filter[team][empty]`, `state=a,b`, `q=`, `sort=-updatedAt`,
 * `fields=a,b`, `limit=`, `after=`. The same filter twice means one of the values.
 *
 * @throws Problem `malformed-request` naming the parameter that is not understood
 */
export function readListQuery(query: Readonly<Record<string, string | string[] | undefined>>): AskedList {
  const asked: { -readonly [K in keyof AskedList]: AskedList[K] } & {
    filters: AskedList['filters'][number][]
  } = {
    filters: [],
  }
  for (const [name, given] of Object.entries(query)) {
    if (given === undefined) continue
    const values = Array.isArray(given) ? given : [given]
    const last = values.at(-1) ?? ''
    const filter = filterName.exec(name)
    if (filter?.[1]) asked.filters.push(readFilter(name, filter[1], filter[2], values))
    else if (name === 'state') asked.states = values.flatMap(list)
    else if (name === 'fields') asked.fields = values.flatMap(list)
    else if (name === 'q') asked.search = last
    else if (name === 'sort') asked.sort = last
    else if (name === 'after') asked.after = last
    else if (name === 'limit') asked.limit = wholeNumber(name, last)
    else throw problem('malformed-request', { path: name })
  }
  return asked
}

function readFilter(name: string, field: string, op: string | undefined, values: readonly string[]) {
  const operator = operators.find((known) => known === (op ?? 'eq'))
  if (!operator) throw problem('malformed-request', { path: name })
  if (operator === 'empty' || operator === 'filled') return { field, op: operator }
  return { field, op: operator, value: values.length === 1 ? (values[0] ?? '') : [...values] }
}

function list(text: string): string[] {
  return text.split(',').filter(Boolean)
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw problem('malformed-request', { path: name })
  return value
}
