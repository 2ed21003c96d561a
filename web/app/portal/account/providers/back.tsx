// SPDX-License-Identifier: MIT
import { data, redirect } from 'react-router'
import type { Route } from './+types/back'
import { services } from '../../../services.ts'
import { provenResponse } from '../signed-in.ts'
import { NotSignedIn } from './NotSignedIn.tsx'

/** Back from the provider, with its answer in the address. */
export async function loader({ params: { provider }, request, context }: Route.LoaderArgs) {
  const { search } = new URL(request.url)
  const outcome = await services(context).identityProviders.endSignIn({ provider, search })
  if (outcome.ok && outcome.linked) throw redirect(outcome.returnTo)
  if (outcome.ok || outcome.refusal === 'second-factor') throw provenResponse(outcome, outcome.returnTo)
  return data(
    { refusal: outcome.refusal, provider },
    { status: 401, headers: { 'cache-control': 'no-store' } },
  )
}

export default function Back({ loaderData: { refusal, provider } }: Route.ComponentProps) {
  return <NotSignedIn refusal={refusal} provider={provider} />
}
