// SPDX-License-Identifier: MIT
import type { Route } from './+types/access'
import { datesOf } from '../../context.ts'
import { actorName } from '../../entry/history.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { SensitiveReads } from './SensitiveReads.tsx'
import { WhoSees } from './WhoSees.tsx'
import { Why } from './Why.tsx'

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const { entries, explanations } = services(context)
  const asked = {
    q: searchParams.get('q') ?? undefined,
    person: searchParams.get('personne') ?? undefined,
    action: searchParams.get('action') ?? 'read',
    field: searchParams.get('champ') || undefined,
  }
  const before = Number(searchParams.get('avant')) || undefined
  const [entry, seen, choices, reads, answer] = await Promise.all([
    entries.viewEntry(id),
    explanations.whoSees(id),
    explanations.explainChoices({ entryId: id, search: asked.q }),
    explanations.listSensitiveReads(id, before),
    asked.person === undefined
      ? undefined
      : explanations.explainAccess({
          entryId: id,
          personId: asked.person,
          action: asked.action,
          field: asked.field,
        }),
  ])
  const dates = datesOf(context)
  return {
    name: entry.number ?? entry.title,
    seen: {
      ...seen,
      links: seen.links.map(({ expiresAt, ...link }) => ({ ...link, until: dates.shortDay(expiresAt) })),
    },
    choices,
    asked,
    answer,
    reads: reads.rows.map(({ at, actor, ...read }) => ({
      ...read,
      who: actorName(actor),
      at: dates.moment(at).text,
    })),
    older: reads.next === null ? undefined : `/bureau/fiches/${id}/acces?avant=${reads.next}#lectures`,
  }
}

/** Who sees an entry and why, why somebody may or may not, and who read what is sensitive in it. */
export default function Access({ loaderData, params: { id } }: Route.ComponentProps) {
  const { name, seen, choices, asked, answer, reads, older } = loaderData
  return (
    <main id="contenu" tabIndex={-1} className="qmain act">
      <PageTitle title={`${m.access_title()} – ${name}`} />
      <Crumbs
        crumbs={[
          { label: m.desk_nav_requests(), to: '/bureau' },
          { label: name, to: `/bureau/fiches/${id}` },
          { label: m.access_title() },
        ]}
      />
      <h1>{m.access_title()}</h1>
      <WhoSees seen={seen} />
      <Why choices={choices} asked={asked} answer={answer} />
      <SensitiveReads reads={reads} older={older} />
    </main>
  )
}
