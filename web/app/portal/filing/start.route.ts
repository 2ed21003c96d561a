// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'
import type { Route } from './+types/start.route'
import { services } from '../../services.ts'
import { resumeAddress } from '../draft-tiles.ts'

/** Reached by its address rather than by its button: the sheet has the button. */
export const loader = ({ params }: Route.LoaderArgs) => redirect(`/demarches/${params.procedure}`)

/** Starts a draft and opens its first page. Only now does a browser get the cookie that finds the draft again. */
export async function action({ params, context }: Route.ActionArgs) {
  const visitor = services(context).hasVisitor ? undefined : services(context).newVisitor()
  const { filing } = visitor === undefined ? services(context) : services(context).rememberedAs(visitor)
  const { id } = await filing.startDraft(params.procedure)
  const address = resumeAddress(await filing.draftOf(id))
  if (visitor === undefined) return redirect(address)
  return redirect(address, { headers: { 'set-cookie': services(context).visitorCookie(visitor) } })
}
