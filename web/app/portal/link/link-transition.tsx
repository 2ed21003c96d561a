// SPDX-License-Identifier: MIT
import type { Route } from './+types/link-transition'
import { loadTransition } from '../../entry/load-transition.server.ts'
import { takeTransition } from '../../entry/take-transition.server.ts'
import { PortalFrame } from '../PortalFrame.tsx'
import { RequestTransition } from '../request/RequestTransition.tsx'
import { linkHeaders, linkOf } from './link-session.server.ts'

export const headers: Route.HeadersFunction = () => linkHeaders

export async function loader({ params: { link, transition: key }, context }: Route.LoaderArgs) {
  const { bearer, base, folder, entryId, opens } = await linkOf(context, link)
  const loaded = await loadTransition({ services: bearer, context, id: entryId, key })
  return { loaded, base, folder, opens }
}

export async function action({ params: { link, transition: key }, request, context }: Route.ActionArgs) {
  const { bearer, base, entryId } = await linkOf(context, link)
  return takeTransition({ services: bearer, context, request, id: entryId, key, back: base })
}

export default function LinkTransition({
  loaderData: { loaded, base, folder, opens },
  actionData,
}: Route.ComponentProps) {
  return (
    <PortalFrame slim screen={opens === 'work' ? 'link.work' : 'link.request'}>
      <RequestTransition loaded={loaded} folder={folder} back={base} typed={actionData} />
    </PortalFrame>
  )
}
