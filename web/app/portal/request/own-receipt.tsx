// SPDX-License-Identifier: MIT
import type { Route } from './+types/own-receipt'
import { services } from '../../services.ts'
import { loadReceipt } from './load-receipt.server.ts'
import receiptCss from './receipt.css?url'
import { ReceiptPage } from './ReceiptPage.tsx'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: receiptCss }]

/** A receipt of a request, for the person signed in who may read it. */
export async function loader({ params: { id, receipt }, context }: Route.LoaderArgs) {
  return loadReceipt({ services: services(context), context, id, receipt })
}

export default function OwnReceipt({ loaderData, params: { id } }: Route.ComponentProps) {
  return <ReceiptPage receipt={loaderData} base={`/demandes/${id}`} />
}
