// SPDX-License-Identifier: MIT
import type { Route } from './+types/link-transition'
import { takeTransition } from '../../entry/take-transition.server.ts'
import { PortalFrame } from '../PortalFrame.tsx'
import { RequestTransition } from '../request/RequestTransition.tsx'
import { linkHeaders, linkOf } from './link-session.server.ts'

export const headers: Route.HeadersFunction = () => linkHeaders

export async function loader({ params: { link, transition }, context }: Route.LoaderArgs) {
  const { bearer, base, folder, entryId } = await linkOf(context, link)
  const [form, files] = await Promise.all([
    bearer.views.transitionForm({ id: entryId, key: transition }),
    bearer.documents.listEntryFiles(entryId),
  ])
  return { form, files, base, folder }
}

export async function action({ params: { link, transition: key }, request, context }: Route.ActionArgs) {
  const { bearer, base, entryId } = await linkOf(context, link)
  return takeTransition({ services: bearer, context, request, id: entryId, key, back: base })
}

export default function LinkTransition({
  loaderData: { form, files, base, folder },
  actionData,
}: Route.ComponentProps) {
  return (
    <PortalFrame slim>
      <RequestTransition form={form} files={files} folder={folder} back={base} typed={actionData} />
    </PortalFrame>
  )
}
