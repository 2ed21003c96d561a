// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { type ListedTask, listTasks } from './list-tasks.ts'

const taskJson = z
  .object({
    id: z.uuid(),
    task: z.string(),
    label: z.string(),
    entry: z.object({
      id: z.uuid(),
      collection: z.string(),
      number: z.string().nullable(),
      title: z.string(),
    }),
    transition: z.string().nullable(),
    dueAt: z.iso.datetime().nullable(),
    overdue: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Task' })

/** What the account is asked to do, most urgent first. */
export function tasksRoutes(
  app: FastifyInstance,
  contextFor: (request: FastifyRequest) => Promise<Context>,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/tasks',
    {
      schema: {
        tags: ['tasks'],
        summary: 'What is asked of me',
        querystring: z.object({
          after: z.string().optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: { 200: z.object({ tasks: z.array(taskJson), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { after, limit } = request.query
      const { rows, next } = await listTasks(await contextFor(request), {
        ...(after !== undefined && { after }),
        ...(limit !== undefined && { limit }),
      })
      return { tasks: rows.map(toJson), next }
    },
  )
}

function toJson(task: ListedTask): z.infer<typeof taskJson> {
  const { id, label, transition, overdue } = task
  return {
    id,
    task: task.task,
    label,
    transition,
    overdue,
    entry: {
      id: task.entryId,
      collection: task.collection,
      number: task.entryNumber,
      title: task.entryTitle,
    },
    dueAt: task.dueAt?.toISOString() ?? null,
    createdAt: task.createdAt.toISOString(),
  }
}
