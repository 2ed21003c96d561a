// SPDX-License-Identifier: MIT
import { data } from 'react-router'
import type { Route } from './+types/mail-preview.route'
import { services } from '../services.ts'

/** The HTML of a mail, for the frame of its page: no script, no form, no request of its own, whatever it holds. */
export async function loader({ params: { mail }, context }: Route.LoaderArgs) {
  const { html } = await services(context).outbox.viewMail(mail)
  if (html === null) throw data(null, { status: 404 })
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}
