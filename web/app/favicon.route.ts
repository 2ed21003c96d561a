// SPDX-License-Identifier: MIT
import type { Route } from './+types/favicon.route'
import { tenantOf } from './context.ts'
import { brandShades } from './ui/brand.ts'

/** The mark in the tenant's colour. */
export function loader({ context }: Route.LoaderArgs) {
  const { brand } = brandShades(tenantOf(context).brandColour)
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="${brand}"/>` +
    '<path d="M10 31V19.5a10 10 0 0 1 20 0V31h-5.5V19.8a4.5 4.5 0 0 0-9 0V31z" fill="#fff"/>' +
    '<circle cx="20" cy="20" r="2.1" fill="#ffc98a"/></svg>'
  return new Response(drawing, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  })
}
