// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'
import type { Route } from './+types/resume.route'
import { services } from '../../services.ts'
import { resumeAddress } from '../draft-tiles.ts'

/** The address of a draft leads to where it goes on. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const draft = await services(context).filing.draftOf(params.draft)
  return redirect(draft.filed ? `/demande/${draft.id}/envoyee` : resumeAddress(draft))
}
