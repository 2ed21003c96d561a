// SPDX-License-Identifier: MIT
import type { ShownProblem, WebContext } from '@guichet/server'
import { renderToStaticMarkup } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { pageFrame, PageFrameContext } from './page.ts'
import { ProblemPage } from './portal/ProblemPage.tsx'
import portalCss from './portal/portal.css?url'
import { brandStyle } from './ui/brand.ts'

/** A whole document without a route: what is shown when the application itself cannot answer. */
export function problemDocument(
  problem: ShownProblem,
  { tenant, viewer, locale, cspNonce }: Omit<WebContext<unknown>, 'services'>,
): string {
  // The frame of pages asks for the data of its route: there is none, but it takes a router that knows of data.
  const router = createMemoryRouter([{ path: '*', element: <ProblemPage problem={problem} /> }])
  const page = renderToStaticMarkup(
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${problem.title} – ${tenant.name}`}</title>
        <link rel="stylesheet" href={portalCss} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style nonce={cspNonce.style} dangerouslySetInnerHTML={{ __html: brandStyle(tenant.brandColour) }} />
      </head>
      <body className="portal">
        <PageFrameContext value={pageFrame(tenant, viewer, locale)}>
          <RouterProvider router={router} />
        </PageFrameContext>
      </body>
    </html>,
  )
  return `<!doctype html>${page}`
}
