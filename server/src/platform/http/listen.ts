// SPDX-License-Identifier: MIT
import type { FastifyInstance } from 'fastify'
import { StartError } from '../start-error.ts'

/** Opens the port; what prevents it is told to the operator. Returns the address listened on. */
export async function listen(
  app: FastifyInstance,
  { host, port }: { host: string; port: number },
): Promise<string> {
  try {
    return await app.listen({ host, port, listenTextResolver: () => 'listening' })
  } catch (error) {
    const { code = String(error) } = error as { code?: string }
    if (code === 'EADDRINUSE') throw new StartError('port-taken', { port: String(port) }, error)
    throw new StartError('port-refused', { host, port: String(port), reason: code }, error)
  }
}
