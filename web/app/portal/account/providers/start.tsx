// SPDX-License-Identifier: MIT
import { data, redirect } from 'react-router'
import type { Route } from './+types/start'
import { safeReturn } from '../../../safe-return.ts'
import { services } from '../../../services.ts'
import { NotSignedIn } from './NotSignedIn.tsx'

/** Leads to the provider, unless it cannot be reached. */
export async function loader({ params: { provider }, request, context }: Route.LoaderArgs) {
  const returnTo = safeReturn(new URL(request.url).searchParams.get('retour'), '')
  const begun = await services(context).identityProviders.beginSignIn({ provider, returnTo })
  if (!begun.ok) return data(begun, { status: 503 })
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of begun.setCookie) headers.append('set-cookie', cookie)
  throw redirect(begun.location, { headers })
}

export default function Start({ loaderData: { refusal, provider } }: Route.ComponentProps) {
  return <NotSignedIn refusal={refusal} provider={provider} />
}
