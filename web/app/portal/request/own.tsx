// SPDX-License-Identifier: MIT
import type { Route } from './+types/own'
import { postMessage } from '../../entry/post-message.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { PortalFrame } from '../PortalFrame.tsx'
import { loadRequest } from './load-request.server.ts'
import { RequestPage } from './RequestPage.tsx'

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  const done = new URL(request.url).searchParams.get('fait') ?? undefined
  return {
    done,
    request: await loadRequest({ services: services(context), context, id, folder: '/fichiers' }),
  }
}

export function action({ params: { id }, request, context }: Route.ActionArgs) {
  return postMessage({ services: services(context), context, request, id, back: `/demandes/${id}` })
}

/** A request of the person signed in. */
export default function OwnRequest({
  loaderData: { request, done },
  actionData,
  params: { id },
}: Route.ComponentProps) {
  const { entry } = request
  return (
    <PortalFrame slim>
      <PageTitle title={entry.number ?? entry.title} wrong={actionData !== undefined} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <Crumbs
          crumbs={[
            { label: m.portal_requests_title(), to: '/mes-demandes' },
            { label: entry.number ?? entry.title },
          ]}
        />
        <RequestPage request={request} base={`/demandes/${id}`} done={done} typed={actionData} />
      </main>
    </PortalFrame>
  )
}
