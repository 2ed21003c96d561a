// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/link'
import { datesOf } from '../../context.ts'
import { postMessage } from '../../entry/post-message.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { Help, Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { PortalFrame } from '../PortalFrame.tsx'
import { loadRequest } from '../request/load-request.server.ts'
import { RequestPage } from '../request/RequestPage.tsx'
import linkCss from './link.css?url'
import { isToken, linkHeaders, linkOf } from './link-session.server.ts'
import { loadWork } from './load-work.server.ts'
import { WorkPage } from './WorkPage.tsx'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: linkCss }]
export const headers: Route.HeadersFunction = () => linkHeaders

/** From a mail: opens the link and leaves its token out of the address. Afterwards: the page it gives access to. */
export async function loader({ params: { link }, request, context }: Route.LoaderArgs) {
  if (isToken(link)) return openLink(context, link)
  const done = new URL(request.url).searchParams.get('fait') ?? undefined
  // The answer of a service may close its link before it comes back here: it is thanked all the same.
  if (done !== undefined && !(await services(context).links.resumeLink(link)).ok) {
    return data({ kind: 'closed' as const }, { headers: linkHeaders })
  }
  const {
    bearer,
    base,
    folder,
    entryId,
    opens,
    link: opened,
    actor,
    overview,
    word,
  } = await linkOf(context, link)
  const until = datesOf(context).day(opened.expiresAt)
  const loading = { services: bearer, context, id: entryId, folder }
  if (opens === 'work') {
    const chosen = new URL(request.url).searchParams.get('reponse')
    const work = await loadWork({ ...loading, word, chosen })
    const { openedCount } = opened
    const shown = { base, folder, holder: actor.name, until, openedCount, overview }
    return data({ kind: 'work' as const, work, link: shown, done }, { headers: linkHeaders })
  }
  const shown = await loadRequest(loading)
  return data({ kind: 'request' as const, request: shown, base, done, until }, { headers: linkHeaders })
}

async function openLink(context: Route.LoaderArgs['context'], token: string) {
  const opened = await services(context).links.openLink(token)
  if (!opened.ok) {
    return data(
      { kind: 'refused' as const, renewable: opened.renewable },
      { status: 410, headers: linkHeaders },
    )
  }
  return redirect(opened.link.path, { headers: { ...linkHeaders, 'set-cookie': opened.setCookie } })
}

/** At the address of a mail: asks for a new link. Afterwards: posts a message. */
export async function action({ params: { link }, request, context }: Route.ActionArgs) {
  if (isToken(link)) {
    await services(context).links.renewLink(link)
    return { kind: 'renewed' as const }
  }
  const { bearer, base, entryId } = await linkOf(context, link)
  return postMessage({ services: bearer, context, request, id: entryId, back: base })
}

export default function LinkPage({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.kind === 'refused') {
    return (
      <RefusedLink
        renewable={loaderData.renewable}
        renewed={actionData !== undefined && 'kind' in actionData}
      />
    )
  }
  if (loaderData.kind === 'closed') return <ClosedLink />
  const typed = actionData && 'refusal' in actionData ? actionData : undefined
  const { entry } = loaderData.kind === 'work' ? loaderData.work : loaderData.request
  return (
    <PortalFrame slim screen={loaderData.kind === 'work' ? 'link.work' : 'link.request'}>
      <PageTitle title={entry.number ?? entry.title} wrong={typed !== undefined} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        {loaderData.kind === 'work' ? (
          <WorkPage work={loaderData.work} link={loaderData.link} done={loaderData.done} typed={typed} />
        ) : (
          <RequestPage
            request={loaderData.request}
            base={loaderData.base}
            done={loaderData.done}
            typed={typed}
          >
            <Help title={m.portal_link_personal_title()} icon="lock">
              <p>{m.portal_link_personal({ date: loaderData.until })}</p>
            </Help>
          </RequestPage>
        )}
      </main>
    </PortalFrame>
  )
}

/** What was asked by this link is done. Says nothing of the request: the link opens it no more. */
function ClosedLink() {
  return (
    <PortalFrame slim>
      <PageTitle title={m.portal_work_done()} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{m.portal_work_done()}</h1>
        <p className="lead">{m.portal_work_nothing()}</p>
      </main>
    </PortalFrame>
  )
}

/** A link that no longer works, and the way to another: to the same mailbox, never shown here. */
export function RefusedLink({ renewable, renewed }: { renewable: boolean; renewed: boolean }) {
  return (
    <PortalFrame slim>
      <PageTitle title={m.portal_link_expired_title()} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{m.portal_link_expired_title()}</h1>
        {renewed ? (
          <Notice tone="ok" title={m.portal_link_renewed_title()} announced>
            <p>{m.portal_link_renewed()}</p>
          </Notice>
        ) : (
          <>
            <p className="lead">{renewable ? m.portal_link_expired() : m.portal_link_dead()}</p>
            {renewable && (
              <Form method="post" className="f-act">
                <Button look="primary" size="lg" icon="mail-forward">
                  {m.portal_link_renew()}
                </Button>
              </Form>
            )}
          </>
        )}
      </main>
    </PortalFrame>
  )
}
