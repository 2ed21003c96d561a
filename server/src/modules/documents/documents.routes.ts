// SPDX-License-Identifier: MIT
import type {} from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { inputProblems } from '../../platform/http/input-problems.ts'
import { problem } from '../../platform/http/problems.ts'
import { depositFile } from './deposit-file.ts'
import { listEntryFiles, openAttachment } from './open-attachment.ts'

const documentJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mediaType: z.string().meta({ description: 'As the content shows, whatever the name' }),
    size: z.int().meta({ description: 'Bytes' }),
    createdAt: z.iso.datetime(),
    field: z.string().nullable().meta({ description: 'The field it was sent for; null in a thread' }),
  })
  .meta({ id: 'Document' })

/** The files of entries, under the rights of whoever asks. */
export function documentsRoutes(
  app: FastifyInstance,
  contextFor: (request: FastifyRequest) => Promise<Context>,
): void {
  const api = app.withTypeProvider<ZodTypeProvider>()
  const tags = ['documents']

  api.get(
    '/api/v1/documents',
    {
      schema: {
        tags,
        summary: 'The files of an entry',
        querystring: z.object({ entry: z.uuid() }),
        response: { 200: z.object({ documents: z.array(documentJson) }) },
      },
    },
    async (request) => {
      const files = await listEntryFiles(await contextFor(request), request.query.entry)
      const documents = files.map((file) => ({ ...file, createdAt: file.createdAt.toISOString() }))
      return { documents }
    },
  )

  api.get(
    '/api/v1/documents/:id/content',
    { schema: { tags, summary: 'The content of a file', params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      const file = await openAttachment(await contextFor(request), request.params.id)
      void reply.headers(file.headers)
      if (request.headers['if-none-match'] === file.headers['etag']) return reply.status(304).send()
      return reply.send(await file.open())
    },
  )

  api.post(
    '/api/v1/documents',
    {
      schema: {
        tags,
        summary: 'Send a file to an entry',
        description:
          'The file is the one part of a `multipart/form-data` body. It answers `field` once its id is written there ' +
          'by a change or a transition of the entry; without `field` it is for the thread.',
        querystring: z.object({ entry: z.uuid(), field: z.string().max(48).optional() }),
        response: { 201: documentJson },
      },
    },
    async (request, reply) => {
      const context = await contextFor(request)
      const { entry: entryId, field } = request.query
      const part = await request.file()
      if (!part) throw problem('malformed-request', { path: 'file' })
      const received = await depositFile(context, part.file, {
        entryId,
        name: part.filename,
        ...(field !== undefined && { field }),
      })
      if (!received.ok) {
        if (received.failure) throw received.failure
        throw problem('invalid-input', {
          fields: inputProblems([{ path: field ?? 'file', problem: received.problem }]),
        })
      }
      const { createdAt, ...attachment } = received.attachment
      return reply
        .status(201)
        .send({ ...attachment, createdAt: createdAt.toISOString(), field: field ?? null })
    },
  )
}
