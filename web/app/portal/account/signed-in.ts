// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'

/** Sets the session's cookies and goes on through `/connexion/suite`, which knows who has just signed in. */
export function signedInResponse(setCookie: readonly string[], back: string | undefined): Response {
  return withCookies(`/connexion/suite?retour=${encodeURIComponent(back ?? '')}`, setCookie)
}

/** What a proof gave, with its cookies: a session, or the wish for a second factor. */
type Proven =
  | { readonly ok: true; readonly setCookie: readonly string[] }
  | { readonly ok: false; readonly refusal: 'second-factor'; readonly setCookie: readonly string[] }

/** Goes on after a first proof: signed in, or to the page of the second one. */
export function provenResponse(answer: Proven, back: string | undefined): Response {
  if (answer.ok) return signedInResponse(answer.setCookie, back)
  return withCookies(`/connexion/code?retour=${encodeURIComponent(back ?? '')}`, answer.setCookie)
}

/** Sends the browser there with these cookies. */
export function withCookies(address: string, setCookie: readonly string[]): Response {
  const headers = new Headers()
  for (const cookie of setCookie) headers.append('set-cookie', cookie)
  return redirect(address, { headers })
}
