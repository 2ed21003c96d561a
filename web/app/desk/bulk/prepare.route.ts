// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'
import type { Route } from './+types/prepare.route'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { safeReturn } from '../../safe-return.ts'
import { services } from '../../services.ts'
import { viewOfAddress } from '../view-address.ts'

export const loader = () => redirect('/bureau')

/** From a list: the rows that were ticked, or all that it holds, and the action that was pressed. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const origin = safeReturn(form.liste?.[0] ?? null, '/bureau')
  const transition = form.action?.[0] ?? ''
  const view = form.tout ? viewOfAddress(origin) : undefined
  const ids = form.fiche ?? []
  if (transition === '' || (!view && ids.length === 0)) return redirect(withNothing(origin))
  const { id } = await services(context).bulk.prepareBulk({
    transition,
    choice: view ? { kind: 'view', view } : { kind: 'entries', ids },
    origin,
  })
  return redirect(`/bureau/lots/${id}`)
}

const withNothing = (origin: string) => `${origin}${origin.includes('?') ? '&' : '?'}fait=rien`
