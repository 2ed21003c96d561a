// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'
import type { Route } from './+types/act-as-end.route'
import { services } from '../../../services.ts'

/** Reached by its address: nothing ends without a button. */
export const loader = () => redirect('/compte')

export async function action({ context }: Route.ActionArgs) {
  await services(context).security.stopActingAs()
  return redirect('/connexion/suite')
}
