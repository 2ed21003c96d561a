// SPDX-License-Identifier: MIT
import type { Route } from './+types/logo.route'
import { services } from './services.ts'

/** The logo of the body, by the digest of its bytes. As a picture only: a drawing opened by itself runs nothing. */
export async function loader({ params: { sha256 }, context }: Route.LoaderArgs) {
  const { type, bytes } = await services(context).settings.openLogo(sha256)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
