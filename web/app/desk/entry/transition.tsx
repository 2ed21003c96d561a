// SPDX-License-Identifier: MIT
import type { Route } from './+types/transition'
import { takeTransition } from '../../entry/take-transition.server.ts'
import { TransitionFields } from '../../entry/TransitionFields.tsx'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'

export async function loader({ params: { id, transition }, context }: Route.LoaderArgs) {
  const { views, documents } = services(context)
  const [form, files] = await Promise.all([
    views.transitionForm({ id, key: transition }),
    documents.listEntryFiles(id),
  ])
  return { form, files }
}

export function action({ params: { id, transition: key }, request, context }: Route.ActionArgs) {
  return takeTransition({
    services: services(context),
    context,
    request,
    id,
    key,
    back: `/bureau/fiches/${id}`,
  })
}

/** An action on an entry: its questions, what follows from it, nothing else. */
export default function DeskTransition({
  loaderData: { form, files },
  actionData,
  params: { id },
}: Route.ComponentProps) {
  const { entry, transition } = form
  const back = `/bureau/fiches/${id}`
  return (
    <main id="contenu" className="qmain act">
      <PageTitle
        title={`${transition.label} – ${entry.number ?? entry.title}`}
        wrong={actionData?.refusal !== undefined}
      />
      <Crumbs
        crumbs={[
          { label: m.desk_nav_requests(), to: '/bureau' },
          { label: entry.number ?? entry.title, to: back },
          { label: transition.label },
        ]}
      />
      <h1>{transition.label}</h1>
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
          <TransitionFields
            key={entry.version}
            form={form}
            files={files}
            folder="/fichiers"
            back={back}
            typed={actionData}
          />
        </div>
      </div>
    </main>
  )
}
