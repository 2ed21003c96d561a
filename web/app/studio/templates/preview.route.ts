// SPDX-License-Identifier: MIT
import { data } from 'react-router'
import type { Route } from './+types/preview.route'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { services } from '../../services.ts'
import { localeFrom, partsFrom, templateFrom } from './template-form.ts'

/** Typed words as the message they would make: asked by the editor while one types. Nothing is kept. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const name = templateFrom(params)
  if (!name) throw data(null, { status: 404 })
  const form = await readPlainForm(request)
  return services(context).adjustments.previewTemplate({
    ...name,
    locale: localeFrom(form),
    parts: partsFrom(form),
  })
}
