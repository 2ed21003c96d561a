// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { fieldSchema } from '../field-types/registry.ts'
import { grant } from '../rights/grant.ts'
import { key } from '../text/key.ts'

/** A collection of another solution, by its full name: `directory.person`. */
export const extendedCollection = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-zA-Z0-9_]*$/)
  .max(97)

/**
 * What a solution adds to a collection of a solution it uses: fields, which are columns of the same typed table, and
 * who reads and writes them. The grants of the collection's own solution give its own fields only; these may name any
 * field of the collection, and roles of either solution. Names are read in the solution that wrote them.
 */
export const extension = z.strictObject({
  fields: z.record(key, fieldSchema),
  grants: z.array(grant.omit({ on: true })).optional(),
})
export type Extension = z.infer<typeof extension>
