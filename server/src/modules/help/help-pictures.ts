// SPDX-License-Identifier: MIT
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'

/** Where a picture of a help page is read. */
export function pictureAddress(solution: string, name: string): string {
  return `/aide/images/${solution}/${name}.jpg`
}

/**
 * The pictures that were shipped with solutions, for everybody. Only those found at start are served: the address is
 * never a path.
 */
export function helpPictureRoutes(app: FastifyInstance, { pictures }: Pick<Platform, 'pictures'>): void {
  app.get<{ Params: { solution: string; name: string } }>(
    '/aide/images/:solution/:name.jpg',
    { schema: { hide: true } },
    async ({ params: { solution, name } }, reply) => {
      const file = pictures?.get(`${solution}/${name}`)
      if (file === undefined) throw problem('not-found')
      const { size } = await stat(file)
      return reply
        .header('content-type', 'image/jpeg')
        .header('content-length', size)
        .header('cache-control', 'public, max-age=86400')
        .send(createReadStream(file))
    },
  )
}
