// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'
import type { Route } from './+types/sign-out.route'
import { services } from '../../services.ts'

/** Reached by its address: nothing ends without a button. */
export const loader = () => redirect('/compte')

export async function action({ context }: Route.ActionArgs) {
  const { setCookie } = await services(context).accounts.signOut()
  const headers = new Headers()
  for (const cookie of setCookie) headers.append('set-cookie', cookie)
  return redirect('/', { headers })
}
