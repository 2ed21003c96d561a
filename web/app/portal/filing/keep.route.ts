// SPDX-License-Identifier: MIT
import type { Route } from './+types/keep.route'
import { datesOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'

/** Keeps a page while it is typed: see `islands/keep.ts`. */
export async function action({ params: { draft, page }, request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const { savedAt, shown, computed } = await services(context).filing.keepPage({ draftId: draft, page, form })
  const saved = m.portal_form_saved({ at: datesOf(context).time(savedAt) })
  return Response.json({ saved, shown, computed })
}
