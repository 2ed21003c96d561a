// SPDX-License-Identifier: MIT
import type { CollectionRef, Condition, Operator, Scalar } from '@guichet/engine'
import { z } from 'zod'
import { problem } from '../../platform/http/problems.ts'

/** A comparison on a field of the collection, asked by the reader. */
export type Filter = { readonly field: string; readonly op: Operator; readonly value?: Scalar | Scalar[] }

export type ListQuery = {
  readonly collection: CollectionRef
  /** Of a view: the body's own rule, written by its administrator. */
  readonly where?: Condition
  readonly states?: readonly string[]
  readonly filters?: readonly Filter[]
  /** Words and numbers. */
  readonly search?: string
  /** `createdAt`, `-updatedAt`, a field. Oldest first when absent. */
  readonly sort?: string
  /** Rows a page, 50 when absent, 200 at most. */
  readonly limit?: number
  /** Cursor of the page, from a former answer. */
  readonly after?: string
  /** Goes back from the cursor instead of on. */
  readonly backwards?: boolean
}

export type Page<Row> = {
  readonly rows: readonly Row[]
  /** Cursor of the page after this one; null on the last. */
  readonly next: string | null
  /** Cursor of the page before this one; null on the first. */
  readonly previous: string | null
}

/** Where a page starts: the sort value and the id of the row before it. */
export type Cursor = { readonly value: string | number | boolean | null; readonly id: string }

const cursorShape = z.tuple([z.union([z.string(), z.number(), z.boolean(), z.null()]), z.uuid()])

export function encodeCursor({ value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}

/** @throws Problem `malformed-request` for a cursor that was not ours */
export function decodeCursor(text: string): Cursor {
  try {
    const [value, id] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { value, id }
  } catch {
    throw problem('malformed-request', { path: 'after' })
  }
}
