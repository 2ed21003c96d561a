// SPDX-License-Identifier: MIT
import type { ShownProblem } from '@guichet/server'
import { isRouteErrorResponse } from 'react-router'
import { m } from './paraglide/messages.js'

/** What to say of an error caught by a route: the server's sentences, or those of an address that leads nowhere. */
export function shownProblem(error: unknown): ShownProblem {
  if (isRouteErrorResponse(error)) {
    if (isShownProblem(error.data)) return error.data
    if (error.status === 404) return notFound()
  }
  return {
    status: 500,
    code: 'internal',
    title: m.ui_error_unexpected_title(),
    detail: m.ui_error_unexpected_detail(),
    reference: '–',
  }
}

const notFound = (): ShownProblem => ({
  status: 404,
  code: 'not-found',
  title: m.ui_error_not_found_title(),
  detail: m.ui_error_not_found_detail(),
  reference: '–',
})

function isShownProblem(thrown: unknown): thrown is ShownProblem {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'title' in thrown &&
    'detail' in thrown &&
    'reference' in thrown
  )
}
