// SPDX-License-Identifier: MIT
import type { Route } from './+types/own-transition'
import { loadTransition } from '../../entry/load-transition.server.ts'
import { takeTransition } from '../../entry/take-transition.server.ts'
import { services } from '../../services.ts'
import { PortalFrame } from '../PortalFrame.tsx'
import { RequestTransition } from './RequestTransition.tsx'

export function loader({ params: { id, transition: key }, context }: Route.LoaderArgs) {
  return loadTransition({ services: services(context), context, id, key })
}

export function action({ params: { id, transition: key }, request, context }: Route.ActionArgs) {
  return takeTransition({ services: services(context), context, request, id, key, back: `/demandes/${id}` })
}

export default function OwnTransition({ loaderData, actionData, params: { id } }: Route.ComponentProps) {
  return (
    <PortalFrame slim>
      <RequestTransition loaded={loaderData} folder="/fichiers" back={`/demandes/${id}`} typed={actionData} />
    </PortalFrame>
  )
}
