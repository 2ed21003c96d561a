// SPDX-License-Identifier: MIT
import { data, redirect } from 'react-router'
import type { Route } from './+types/relations'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { AboutGroups } from './AboutGroups.tsx'
import { loadRelations } from './load-relations.server.ts'
import { RelationPanelCard } from './RelationPanelCard.tsx'
import { relationProblem } from './relation-words.ts'

export function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  return loadRelations(context, id, new URL(request.url))
}

/** A link added, or ended. */
export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const { relations } = services(context)
  const form = await readPlainForm(request)
  const one = (name: string) => form[name]?.[0] ?? ''
  const ending = one('relation')
  const outcome = ending
    ? await relations.endRelation({
        entryId: id,
        relationId: ending,
        endsOn: one('endsOn'),
        reason: one('reason'),
      })
    : await relations.addRelation({
        entryId: id,
        panel: one('panel'),
        other: one('other'),
        kind: one('kind'),
        startsOn: one('startsOn'),
      })
  if (outcome.ok) return redirect(`/bureau/fiches/${id}/liens?fait=${ending ? 'fin' : 'ajout'}`)
  return data({ problem: relationProblem(outcome.refusal) }, { status: 422 })
}

/** Everything about a person, or anything else, in one place: links with others, and what concerns it. */
export default function Relations({ loaderData: page, actionData, params: { id } }: Route.ComponentProps) {
  const base = `/bureau/fiches/${id}`
  const problem = actionData?.problem
  return (
    <main id="contenu" tabIndex={-1} className="qmain act">
      <PageTitle title={`${m.people_relations()} – ${page.title}`} wrong={problem !== undefined} />
      <Crumbs
        crumbs={[
          { label: m.desk_nav_requests(), to: '/bureau' },
          { label: page.title, to: base },
          { label: m.people_relations() },
        ]}
      />
      <h1>{page.title}</h1>
      <p className="muted">{m.people_relations_lead()}</p>
      {problem && (
        <ErrorSummary
          problems={[
            problem.path === '' ? { text: problem.text } : { path: problem.path, text: problem.text },
          ]}
        />
      )}
      {page.done !== undefined && !problem && (
        <div className="mt">
          <Notice
            tone="ok"
            title={page.done === 'fin' ? m.people_relation_done_end() : m.people_relation_done_add()}
            announced
          />
        </div>
      )}
      {page.panels.map((panel) => (
        <RelationPanelCard key={panel.key} panel={panel} page={page} base={base} />
      ))}
      <AboutGroups groups={page.about} />
    </main>
  )
}
