// SPDX-License-Identifier: MIT
import { data } from 'react-router'
import type { Route } from './+types/preview.route'
import { localeOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { services } from '../../services.ts'
import { localeFrom, partsFrom, templateFrom } from './template-form.ts'

/** The mail as it is sent now, for the frame of its page. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const name = templateFrom(params)
  if (!name) throw data(null, { status: 404 })
  const { adjustments } = services(context)
  const { parts } = await adjustments.viewTemplate(name)
  const outcome = await adjustments.previewTemplate({
    ...name,
    locale: localeOf(context),
    parts: Object.fromEntries(parts.map(({ part, text }) => [part, text])),
  })
  return framed(outcome.ok && outcome.preview.kind === 'mails' ? outcome.preview.html : '')
}

/** Typed words as the message they would make: asked by the editor while one types. Nothing is kept. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const name = templateFrom(params)
  if (!name) throw data(null, { status: 404 })
  const form = await readPlainForm(request)
  const outcome = await services(context).adjustments.previewTemplate({
    ...name,
    locale: localeFrom(form),
    parts: partsFrom(form),
  })
  if (form['_html'] === undefined) return Response.json(outcome)
  return framed(outcome.ok && outcome.preview.kind === 'mails' ? outcome.preview.html : '')
}

/** A document of its own: our pages' policy would take the styles of a mail away. No script, no request. */
function framed(html: string): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}
