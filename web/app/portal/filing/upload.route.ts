// SPDX-License-Identifier: MIT
import { fieldProblemText } from '@guichet/engine'
import type { Route } from './+types/upload.route'
import { localeOf } from '../../context.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'

/** Receives one file before its form: see `islands/upload.ts`. What is refused is told in the file's row. */
export async function action({ params: { draft }, request, context }: Route.ActionArgs) {
  const { values, refusedFiles } = await readForm(request, ({ path, name, stream }) =>
    services(context).filing.uploadToDraft(stream, { draftId: draft, path, name }),
  )
  const [refused] = refusedFiles
  if (refused) {
    return Response.json({ ok: false, text: fieldProblemText(refused.problem, localeOf(context)) })
  }
  const id = Object.values(values)[0]?.[0]
  return Response.json(id === undefined ? { ok: false, text: m.field_file_failed() } : { ok: true, id })
}
