// SPDX-License-Identifier: MIT
import { data, redirect } from 'react-router'
import type { Route } from './+types/sign-out'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { inLanguage } from '../../ui/language.ts'
import { AccountPage } from './AccountPage.tsx'
import { GoOn } from './providers/GoOn.tsx'

/** Reached by its address: nothing ends without a button. */
export const loader = () => redirect('/compte')

export async function action({ context }: Route.ActionArgs) {
  const { accounts, identityProviders } = services(context)
  const there = await identityProviders.endAtProvider()
  const { setCookie } = await accounts.signOut()
  const headers = new Headers()
  for (const cookie of setCookie) headers.append('set-cookie', cookie)
  if (!there) return redirect('/', { headers })
  return data(there, { headers })
}

/** Signed out here; the provider that opened the session is told too. */
export default function SignedOut({ actionData }: Route.ComponentProps) {
  if (!actionData) return null
  const provider = inLanguage(actionData.title)
  return (
    <AccountPage title={m.providers_signed_out_title()} lead={m.providers_signed_out_lead({ provider })}>
      <GoOn to={actionData.location} />
    </AccountPage>
  )
}
