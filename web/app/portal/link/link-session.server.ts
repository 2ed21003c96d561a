// SPDX-License-Identifier: MIT
import type { Services, ShownProblem } from '@guichet/server'
import { data, type RouterContextProvider } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'

/** What every answer under a link's address carries: it is kept nowhere and told to no other site. */
export const linkHeaders = {
  'referrer-policy': 'same-origin',
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
}

/**
 * The link that the browser has opened, with services that act as its bearer: never as the person signed in.
 *
 * @throws the page that says it no longer works
 */
export async function linkOf(context: Readonly<RouterContextProvider>, linkId: string) {
  const found = await services(context).links.resumeLink(linkId)
  if (!found.ok) throw data(reopenFromMail(), { status: 410, headers: linkHeaders })
  const bearer: Services = services(context).actingAs(found.actor)
  return { ...found, bearer, base: `/lien/${linkId}`, folder: `/lien/${linkId}/fichiers` }
}

const reopenFromMail = (): ShownProblem => ({
  status: 410,
  code: 'link-expired',
  title: m.portal_link_expired_title(),
  detail: m.portal_link_reopen(),
  reference: '–',
})

/** The 43 characters of a token, which an address from a mail ends with; the id of a link is shorter. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)
