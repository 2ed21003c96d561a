// SPDX-License-Identifier: MIT
import { type ReactNode, use } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from 'react-router'
import type { Route } from './+types/root'
import { localeOf, tenantOf, viewerOf } from './context.ts'
import { pageFrame, PageFrameContext } from './page.ts'
import { getLocale } from './paraglide/runtime.js'
import { ErrorScreen } from './portal/ErrorScreen.tsx'
import portalCss from './portal/portal.css?url'
import { brandStyle } from './ui/brand.ts'
import fontUrl from './ui/fonts/source-sans-3-latin-wght-normal.woff2?url'
import { StyleNonceContext } from './ui/style-nonce.ts'

export function loader({ request, context }: Route.LoaderArgs) {
  // The bearer of a link is never the person signed in in the same browser: the page says neither who that is.
  const isLinkPage = new URL(request.url).pathname.startsWith('/lien/')
  return pageFrame(tenantOf(context), isLinkPage ? undefined : viewerOf(context), localeOf(context))
}

/** The frame changes with the language and the person only: both come with a new document. */
export const shouldRevalidate = () => false

export const links: Route.LinksFunction = () => [
  { rel: 'preload', href: fontUrl, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/**
 * The document. A route whose `handle` says `scripts: false` ships none: public pages and their forms are HTML.
 */
export function Layout({ children }: { children: ReactNode }) {
  const matches = useMatches()
  const scripts =
    matches.length > 1 && matches.every(({ handle }) => (handle as PageHandle)?.scripts !== false)
  const space = matches.map(({ handle }) => (handle as PageHandle)?.space).findLast(Boolean) ?? 'portal'
  const frame = matches.find(({ id }) => id === 'root')?.loaderData as
    Route.ComponentProps['loaderData'] | undefined
  return (
    <html lang={getLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {frame && <BrandStyle colour={frame.tenant.brandColour} />}
      </head>
      <body className={space}>
        {children}
        {scripts && <ScrollRestoration />}
        {scripts && <Scripts />}
      </body>
    </html>
  )
}

/** What routes say of themselves in `handle`. */
export type PageHandle = { readonly scripts?: false; readonly space?: 'portal' | 'desk' } | undefined

export function BrandStyle({ colour }: { colour: string }) {
  // The browser hides the nonce from scripts, so hydration always finds it different.
  return (
    <style
      nonce={use(StyleNonceContext)}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: brandStyle(colour) }}
    />
  )
}

export default function Root({ loaderData }: Route.ComponentProps) {
  return (
    <PageFrameContext value={loaderData}>
      <Outlet />
    </PageFrameContext>
  )
}

/** Outside any space: an address that nothing answers. */
export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  return (
    <PageFrameContext value={loaderData}>
      <link rel="stylesheet" href={portalCss} precedence="default" />
      <ErrorScreen error={error} />
    </PageFrameContext>
  )
}
