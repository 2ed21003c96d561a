// SPDX-License-Identifier: MIT
import { data } from 'react-router'
import type { Route } from './+types/link-receipt'
import { loadReceipt } from '../request/load-receipt.server.ts'
import receiptCss from '../request/receipt.css?url'
import { ReceiptPage } from '../request/ReceiptPage.tsx'
import { linkHeaders, linkOf } from './link-session.server.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: receiptCss }]
export const headers: Route.HeadersFunction = () => linkHeaders

/** A receipt of the request that a link gives access to. */
export async function loader({ params: { link, receipt }, context }: Route.LoaderArgs) {
  const { bearer, entryId, base } = await linkOf(context, link)
  const shown = await loadReceipt({ services: bearer, context, id: entryId, receipt })
  return data({ receipt: shown, base }, { headers: linkHeaders })
}

export default function LinkReceipt({ loaderData: { receipt, base } }: Route.ComponentProps) {
  return <ReceiptPage receipt={receipt} base={base} />
}
