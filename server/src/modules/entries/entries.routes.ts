// SPDX-License-Identifier: MIT
import { type CollectionRef, maskValues } from '@guichet/engine'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { once, readListQuery } from '../api/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { logReads } from '../sensitive-reads/index.ts'
import { changeEntry, deleteEntry } from './change-entry.ts'
import { createEntry } from './create-entry.ts'
import { listEntries, type ListedEntry } from './list-entries.ts'
import { getEntry, type LoadedEntry } from './load-entry.ts'
import { takeTransition } from './take-transition.ts'
import { typedFilters } from './typed-filters.ts'

const collectionParams = z.object({
  solution: z.string().meta({ description: 'Key of the solution', example: 'library' }),
  collection: z.string().meta({ description: 'Key of the collection', example: 'loan' }),
})
const entryParams = collectionParams.extend({ id: z.uuid() })

const values = z
  .record(z.string(), z.unknown())
  .meta({ description: 'Values by field; those you may not read are absent' })

const entryJson = z
  .object({
    id: z.uuid(),
    collection: z.string(),
    number: z.string().nullable(),
    title: z.string(),
    state: z.string().nullable(),
    owner: z.uuid().nullable(),
    version: z.int().optional().meta({ description: 'To be sent back with a change; absent in lists' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    legalDueOn: z.iso.date().nullable().meta({ description: 'Last day before silence decides' }),
    values,
  })
  .meta({ id: 'Entry' })
type EntryJson = z.infer<typeof entryJson>

const changedJson = entryJson
  .extend({
    changeRequests: z.array(z.object({ id: z.uuid(), circuit: z.string(), fields: z.array(z.string()) })),
  })
  .meta({ id: 'ChangedEntry' })

/** No more than that: whoever may create an entry may not always read it. */
const createdJson = z.object({ id: z.uuid(), number: z.string().nullable() }).meta({ id: 'CreatedEntry' })

const pageJson = z
  .object({
    entries: z.array(entryJson),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Give it back as `after` for the following page; null on the last' }),
  })
  .meta({ id: 'EntryPage' })

const idempotency = z.looseObject({ 'idempotency-key': z.string().min(1).max(200).optional() })

/** The entries of every collection, under the rights of whoever asks. */
export function entriesRoutes(
  app: FastifyInstance,
  contextFor: (request: FastifyRequest) => Promise<Context>,
): void {
  const api = app.withTypeProvider<ZodTypeProvider>()
  const tags = ['entries']

  api.get(
    '/api/v1/entries/:solution/:collection',
    {
      schema: {
        tags,
        summary: 'List entries',
        description:
          'By pages. `filter[field]=value` (again for one of several), `filter[field][gte]=value` with the operators ' +
          'eq ne lt lte gt gte contains starts empty filled, `state=a,b`, `q=` words or number, `sort=-updatedAt`, ' +
          '`fields=a,b`, `limit=` up to 200, `after=` the `next` of the page before.',
        params: collectionParams,
        querystring: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
        response: { 200: pageJson },
      },
    },
    async (request) => {
      const context = await contextFor(request)
      const { fields, filters, ...asked } = readListQuery(request.query)
      const collection = refOf(request.params)
      const page = await listEntries(context, {
        ...asked,
        collection,
        filters: await typedFilters(context, collection, filters),
      })
      const definition = (await definitionsOf(context)).model.collections.get(collection)
      if (definition)
        await logReads(context, 'api', { collection, definition, entries: page.rows, among: fields })
      return { entries: page.rows.map((row) => listedJson(row, collection, fields)), next: page.next }
    },
  )

  api.get(
    '/api/v1/entries/:solution/:collection/:id',
    { schema: { tags, summary: 'One entry', params: entryParams, response: { 200: entryJson } } },
    async (request) => {
      const context = await contextFor(request)
      return loadedJson(context, await entryOf(context, request.params))
    },
  )

  api.post(
    '/api/v1/entries/:solution/:collection',
    {
      schema: {
        tags,
        summary: 'Create an entry',
        description:
          'With the header `Idempotency-Key`, asking again gives the first answer and creates nothing.',
        params: collectionParams,
        headers: idempotency,
        body: z.strictObject({ values }),
        response: { 201: createdJson },
      },
    },
    async (request, reply) => {
      const context = await contextFor(request)
      const collection = refOf(request.params)
      const asked = { collection, values: request.body.values }
      const created = await once(context, request.headers['idempotency-key'], asked, (tx) =>
        createEntry(context, asked, tx),
      )
      return reply
        .status(201)
        .header(
          'location',
          `/api/v1/entries/${request.params.solution}/${request.params.collection}/${created.id}`,
        )
        .send(created)
    },
  )

  api.patch(
    '/api/v1/entries/:solution/:collection/:id',
    {
      schema: {
        tags,
        summary: 'Change fields of an entry',
        params: entryParams,
        body: z.strictObject({ version: z.int(), values }),
        description:
          'Fields that are edited under an approval keep their value: `changeRequests` names what waits instead.',
        response: { 200: changedJson },
      },
    },
    async (request) => {
      const context = await contextFor(request)
      await entryOf(context, request.params)
      const { proposed } = await changeEntry(context, { id: request.params.id, ...request.body })
      const changeRequests = proposed.map((edit) => ({ ...edit, fields: [...edit.fields] }))
      return { ...(await loadedJson(context, await entryOf(context, request.params))), changeRequests }
    },
  )

  api.post(
    '/api/v1/entries/:solution/:collection/:id/transitions/:key',
    {
      schema: {
        tags,
        summary: 'Move an entry along its circuit',
        params: entryParams.extend({ key: z.string() }),
        body: z.strictObject({
          version: z.int(),
          answers: values.optional(),
          reason: z.string().max(10_000).optional(),
        }),
        response: { 200: z.object({ version: z.int(), state: z.string() }) },
      },
    },
    async (request) => {
      const context = await contextFor(request)
      await entryOf(context, request.params)
      const { answers, reason, version } = request.body
      return takeTransition(context, {
        id: request.params.id,
        key: request.params.key,
        version,
        ...(answers && { answers }),
        ...(reason !== undefined && { reason }),
      })
    },
  )

  api.delete(
    '/api/v1/entries/:solution/:collection/:id',
    {
      schema: {
        tags,
        summary: 'Delete an entry',
        params: entryParams,
        querystring: z.object({ version: z.coerce.number().int() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const context = await contextFor(request)
      await entryOf(context, request.params)
      await deleteEntry(context, { id: request.params.id, version: request.query.version })
      return reply.status(204).send(null)
    },
  )
}

function refOf({ solution, collection }: { solution: string; collection: string }): CollectionRef {
  return `${solution}.${collection}`
}

/** The entry, when it is in the collection that the address names. */
async function entryOf(context: Context, params: z.infer<typeof entryParams>): Promise<LoadedEntry> {
  return getEntry(context.db, context, params.id, { collection: refOf(params) })
}

async function loadedJson(context: Context, entry: LoadedEntry): Promise<EntryJson> {
  const values = { ...maskValues(entry.values, entry.readable) }
  const { collection, definition } = entry
  await logReads(context, 'api', { collection, definition, entries: [{ id: entry.id, values }] })
  return {
    id: entry.id,
    collection: entry.collection,
    number: entry.number,
    title: entry.title,
    state: entry.state,
    owner: entry.owner,
    version: entry.version,
    createdAt: entry.createdAt.toISOString(),
    updatedAt: entry.updatedAt.toISOString(),
    closedAt: entry.closedAt?.toISOString() ?? null,
    legalDueOn: entry.legalDueOn,
    values,
  }
}

function listedJson(
  row: ListedEntry,
  collection: CollectionRef,
  fields: readonly string[] | undefined,
): EntryJson {
  const shown = fields
    ? Object.fromEntries(fields.flatMap((key) => (key in row.values ? [[key, row.values[key]]] : [])))
    : row.values
  return {
    id: row.id,
    collection,
    number: row.number,
    title: row.title,
    state: row.state,
    owner: row.owner,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    legalDueOn: row.legalDueOn,
    values: { ...shown },
  }
}
