// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'

/** Sets the session's cookies and goes on through `/connexion/suite`, which knows who has just signed in. */
export function signedInResponse(setCookie: readonly string[], back: string | undefined): Response {
  const headers = new Headers()
  for (const cookie of setCookie) headers.append('set-cookie', cookie)
  return redirect(`/connexion/suite?retour=${encodeURIComponent(back ?? '')}`, { headers })
}
