// SPDX-License-Identifier: MIT
import { data, redirect } from 'react-router'
import type { Route } from './+types/language.route'
import { tenantOf, viewerOf } from './context.ts'
import { isLocale } from './paraglide/runtime.js'
import { safeReturn } from './safe-return.ts'
import { services } from './services.ts'

const oneYearSeconds = 31_536_000

/** `/langue/en?retour=/demarches`: keeps the choice of a language, in the account too, and comes back. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  if (!isLocale(params.locale)) throw data(null, { status: 404 })
  if (viewerOf(context)) await services(context).security.keepLanguage(params.locale)
  const url = new URL(request.url)
  const secure = tenantOf(context).publicUrl.startsWith('https://') ? '; Secure' : ''
  return redirect(safeReturn(url.searchParams.get('retour')), {
    headers: {
      'set-cookie': `guichet_locale=${params.locale}; Path=/; Max-Age=${oneYearSeconds}; SameSite=Lax; HttpOnly${secure}`,
    },
  })
}
