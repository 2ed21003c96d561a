// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'
import type { Route } from './+types/after-sign-in.route'
import { viewerOf } from '../../context.ts'
import { safeReturn } from '../../safe-return.ts'
import { services } from '../../services.ts'

/** Just signed in: the drafts of this browser become theirs, then each goes to where they work. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = viewerOf(context)
  if (!viewer) return redirect('/connexion')
  await services(context).filing.claimDrafts()
  const { mustChoose } = await services(context).profiles.listProfiles()
  if (mustChoose) return redirect(`/profil${new URL(request.url).search}`)
  if (viewer.secondFactorWanted) return redirect('/compte/securite')
  const home = viewer.spaces.includes('desk')
    ? '/bureau'
    : viewer.spaces.includes('studio')
      ? '/studio/envois'
      : '/mes-demandes'
  return redirect(safeReturn(new URL(request.url).searchParams.get('retour'), home))
}
