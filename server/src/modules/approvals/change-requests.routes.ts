// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { changeStates } from '../change-requests/index.ts'
import { type ChangeRequest, listChangeRequests } from './changes-of-entry.ts'
import { decideChange, withdrawChange } from './decide-change.ts'
import { listChangesToDecide } from './list-changes.ts'

const changeJson = z
  .object({
    id: z.uuid(),
    version: z.int().meta({ description: 'To be sent back with a decision' }),
    state: z.enum(changeStates),
    circuit: z.string(),
    level: z.object({ title: z.string(), place: z.int(), of: z.int() }),
    proposer: z.string().nullable(),
    proposedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    fields: z.array(
      z.object({
        field: z.string(),
        before: z.unknown(),
        proposed: z.unknown(),
        conflict: z
          .object({ by: z.string().nullable(), at: z.iso.datetime().nullable() })
          .nullable()
          .meta({ description: 'Who changed the value since it was proposed, and when' }),
      }),
    ),
    decisions: z.array(
      z.object({
        level: z.string(),
        accepted: z.boolean(),
        reason: z.string().nullable(),
        by: z.string().nullable(),
        at: z.iso.datetime(),
      }),
    ),
    may: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: 'ChangeRequest' })

const waitingJson = z
  .object({
    id: z.uuid(),
    entry: z.object({
      id: z.uuid(),
      collection: z.string(),
      number: z.string().nullable(),
      title: z.string(),
    }),
    circuit: z.string(),
    level: z.string(),
    proposer: z.string().nullable(),
    proposedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'WaitingChange' })

/** Edits that wait for an approval: those of an entry, those I decide, and deciding them. */
export function changeRequestsRoutes(
  app: FastifyInstance,
  contextFor: (request: FastifyRequest) => Promise<Context>,
): void {
  const api = app.withTypeProvider<ZodTypeProvider>()
  const tags = ['change requests']

  api.get(
    '/api/v1/change-requests',
    {
      schema: {
        tags,
        summary: 'Change requests that wait for me',
        querystring: z.object({
          after: z.string().optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: { 200: z.object({ changeRequests: z.array(waitingJson), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { rows, next } = await listChangesToDecide(await contextFor(request), request.query)
      const changeRequests = rows.map(({ entryId, entryNumber, entryTitle, collection, ...row }) => ({
        ...row,
        entry: { id: entryId, collection, number: entryNumber, title: entryTitle },
        proposedAt: row.proposedAt.toISOString(),
        dueAt: row.dueAt?.toISOString() ?? null,
      }))
      return { changeRequests, next }
    },
  )

  api.get(
    '/api/v1/change-requests/of/:entry',
    {
      schema: {
        tags,
        summary: 'Change requests of an entry, those that wait first',
        params: z.object({ entry: z.uuid() }),
        response: { 200: z.object({ entryVersion: z.int(), changeRequests: z.array(changeJson) }) },
      },
    },
    async (request) => {
      const { entryVersion, requests } = await listChangeRequests(
        await contextFor(request),
        request.params.entry,
      )
      return { entryVersion, changeRequests: requests.map(toJson) }
    },
  )

  api.post(
    '/api/v1/change-requests/:id/decision',
    {
      schema: {
        tags,
        summary: 'Accept or reject a change request at its level',
        params: z.object({ id: z.uuid() }),
        body: z.strictObject({
          version: z.int(),
          accepts: z.boolean(),
          reason: z.string().max(10_000).optional(),
          overEntryVersion: z.int().optional().meta({
            description: 'After `change-conflict`: the version of the entry over whose values it is written',
          }),
        }),
        response: { 200: z.object({ state: z.enum(changeStates) }) },
      },
    },
    async (request) => decideChange(await contextFor(request), { id: request.params.id, ...request.body }),
  )

  api.post(
    '/api/v1/change-requests/:id/withdrawal',
    {
      schema: {
        tags,
        summary: 'Take back what one has proposed',
        params: z.object({ id: z.uuid() }),
        body: z.strictObject({ version: z.int() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await withdrawChange(await contextFor(request), { id: request.params.id, ...request.body })
      return reply.status(204).send(null)
    },
  )
}

function toJson({ fields, decisions, proposedAt, dueAt, ...request }: ChangeRequest) {
  return {
    ...request,
    proposedAt: proposedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    fields: fields.map(({ key, values: [before, proposed], conflict }) => ({
      field: key,
      before,
      proposed,
      conflict: conflict ? { by: conflict.by, at: conflict.at?.toISOString() ?? null } : null,
    })),
    decisions: decisions.map(({ at, ...decision }) => ({ ...decision, at: at.toISOString() })),
  }
}
