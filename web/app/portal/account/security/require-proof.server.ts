// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { viewerOf } from '../../../context.ts'
import { services } from '../../../services.ts'

type Context = Readonly<RouterContextProvider>

/** To the sign-in, and back here. */
export function requireViewer(request: Request, context: Context): void {
  if (!viewerOf(context)) throw redirect(`/connexion?retour=${encodeURIComponent(pathOf(request))}`)
}

/** To the page that asks for another proof, and back here, unless one was given a moment ago. */
export async function requireProof(request: Request, context: Context): Promise<void> {
  requireViewer(request, context)
  if (!(await services(context).security.hasFreshProof())) throw proofPage(request)
}

export function proofPage(request: Request): Response {
  return redirect(`/compte/verification?retour=${encodeURIComponent(pathOf(request))}`)
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return pathname + search
}
