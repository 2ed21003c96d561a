// SPDX-License-Identifier: MIT
import type { Route } from './+types/own-transition'
import { takeTransition } from '../../entry/take-transition.server.ts'
import { services } from '../../services.ts'
import { PortalFrame } from '../PortalFrame.tsx'
import { RequestTransition } from './RequestTransition.tsx'

export async function loader({ params: { id, transition }, context }: Route.LoaderArgs) {
  const { views, documents } = services(context)
  const [form, files] = await Promise.all([
    views.transitionForm({ id, key: transition }),
    documents.listEntryFiles(id),
  ])
  return { form, files }
}

export function action({ params: { id, transition: key }, request, context }: Route.ActionArgs) {
  return takeTransition({ services: services(context), context, request, id, key, back: `/demandes/${id}` })
}

export default function OwnTransition({ loaderData, actionData, params: { id } }: Route.ComponentProps) {
  return (
    <PortalFrame slim>
      <RequestTransition {...loaderData} folder="/fichiers" back={`/demandes/${id}`} typed={actionData} />
    </PortalFrame>
  )
}
