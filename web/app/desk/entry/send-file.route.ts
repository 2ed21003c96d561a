// SPDX-License-Identifier: MIT
import { fieldProblemText } from '@guichet/engine'
import type { Route } from './+types/send-file.route'
import { localeOf } from '../../context.ts'
import { services } from '../../services.ts'
import { receiveEntryFiles } from './receive-files.server.ts'
import type { SentFile } from './send-file.ts'

/** Takes one file for an entry from the script of its page, which shows how far it has gone: see `send-file.ts`. */
export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const { refusedFiles } = await receiveEntryFiles(services(context), request, id)
  const [refused] = refusedFiles
  return Response.json(
    (refused
      ? { ok: false, text: fieldProblemText(refused.problem, localeOf(context)) }
      : { ok: true }) satisfies SentFile,
  )
}
