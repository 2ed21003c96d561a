// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { keyedDigest } from '../../platform/secrets.ts'

/** Raised when what is written can no longer be read by this code, or the other way round. */
export const formatVersion = 1

const count = z.number().int().nonnegative()
const tableRef = z.strictObject({ schema: z.enum(['public', 'data']), name: z.string() })

/**
 * A table that a publication made. Its columns, constraints and indexes are those of the database, not those the
 * release in force would make: columns of former releases are kept, and so are indexes that an operator added.
 */
export const typedTable = z.strictObject({
  name: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.string(), required: z.boolean() })),
  constraints: z.array(z.strictObject({ name: z.string(), definition: z.string() })),
  indexes: z.array(z.string()),
})
export type TypedTable = z.infer<typeof typedTable>

/** First in a backup: what is needed to make the tables before their rows come. */
export const manifestSchema = z.strictObject({
  format: z.literal('guichet-backup'),
  version: z.literal(formatVersion),
  madeAt: z.iso.datetime(),
  /** Migrations applied, in order. */
  migrations: z.array(z.string()),
  /** By which a restore notices that the installation has another secret. */
  secret: z.string(),
  /** Every table with its stored columns, those referred to first. */
  tables: z.array(tableRef.extend({ columns: z.array(z.string()) })),
  typedTables: z.array(typedTable),
})
export type Manifest = z.infer<typeof manifestSchema>
export type BackedUpTable = Manifest['tables'][number]

/** Last in a backup: its presence tells that the backup is whole, its figures that it is intact. */
export const summarySchema = z.strictObject({
  /** By `schema.name`. */
  tables: z.record(z.string(), z.strictObject({ rows: count, sha256: z.string() })),
  /** Value and whether it was given out, as `setval` takes them. */
  sequences: z.array(tableRef.extend({ value: z.string(), given: z.boolean() })),
  jobs: count,
  files: count,
  /** Digests of files that the database names and the storage no longer had. */
  missing: z.array(z.string()),
  /** Digests of files whose content was no longer theirs. */
  damaged: z.array(z.string()),
})
export type Summary = z.infer<typeof summarySchema>

/** A job that waited or ran when the backup was made, or had failed for good. */
export const jobSchema = z.strictObject({
  queue: z.string(),
  data: z.record(z.string(), z.unknown()),
  startAfter: z.iso.datetime(),
})
export type SavedJob = z.infer<typeof jobSchema>

export const manifestName = 'manifest.json'
export const summaryName = 'summary.json'
export const folderOf = {
  table: ({ schema, name }: { schema: string; name: string }) => `tables/${schema}.${name}/`,
  file: (sha256: string) => `files/${sha256}/`,
  jobs: 'jobs/',
}

/** Tells two secrets apart without saying anything of either. */
export function secretMark(secretKey: string): string {
  return keyedDigest(secretKey, 'guichet backup').toString('hex').slice(0, 16)
}
