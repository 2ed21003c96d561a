// SPDX-License-Identifier: MIT
import type { Route } from './+types/transition'
import { loadTransition } from '../../entry/load-transition.server.ts'
import { RefusedTransition } from '../../entry/RefusedTransition.tsx'
import { takeTransition } from '../../entry/take-transition.server.ts'
import { TransitionFields } from '../../entry/TransitionFields.tsx'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { fromList } from '../list-link.ts'
import { listAddress } from './list-place.server.ts'

export async function loader({ params: { id, transition: key }, request, context }: Route.LoaderArgs) {
  const loaded = await loadTransition({ services: services(context), context, id, key })
  return { ...loaded, back: fromList(`/bureau/fiches/${id}`, listAddress(request.url)) }
}

export function action({ params: { id, transition: key }, request, context }: Route.ActionArgs) {
  return takeTransition({
    services: services(context),
    context,
    request,
    id,
    key,
    back: fromList(`/bureau/fiches/${id}`, listAddress(request.url)),
  })
}

/** After a refusal too: the entry may have changed, and its version with it. */
export const shouldRevalidate = () => true

/** An action on an entry: its questions, what follows from it, nothing else. */
export default function DeskTransition({ loaderData, actionData }: Route.ComponentProps) {
  const { form, files, refused, entry, back } = loaderData
  const title = form?.transition.label ?? refused?.title ?? ''
  return (
    <main id="contenu" tabIndex={-1} className="qmain act">
      <PageTitle
        title={`${title} – ${entry.number ?? entry.title}`}
        wrong={actionData?.refusal !== undefined}
      />
      <Crumbs
        crumbs={[
          { label: m.desk_nav_requests(), to: '/bureau' },
          { label: entry.number ?? entry.title, to: back },
          { label: title },
        ]}
      />
      <h1>{title}</h1>
      <p className="meta">
        <span>{entry.title}</span>
        {entry.state && (
          <StateBadge
            state={{ label: entry.state.label, tone: entry.state.tone, icon: entry.state.icon ?? undefined }}
          />
        )}
      </p>
      <div className="card mt">
        <div className="card__b">
          {form ? (
            <TransitionFields
              key={entry.version}
              form={form}
              files={files}
              folder="/fichiers"
              back={back}
              typed={actionData}
              searchAt="/bureau/choix"
            />
          ) : (
            <RefusedTransition entry={entry} refused={refused} typed={actionData} back={back} />
          )}
        </div>
      </div>
    </main>
  )
}
