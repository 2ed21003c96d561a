// SPDX-License-Identifier: MIT
import { fieldProblemText } from '@guichet/engine'
import { data, redirect } from 'react-router'
import type { Route } from './+types/files'
import { localeOf } from '../../context.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { AddFiles } from './AddFiles.tsx'
import { receiveEntryFiles } from './receive-files.server.ts'

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  const { number, title } = await services(context).entries.viewEntry(id)
  return { label: number ?? title }
}

/** Files put beside the answers, one taken away, or one brought back. */
export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const { documents } = services(context)
  const { values, refusedFiles } = await receiveEntryFiles(services(context), request, id)
  const back = `/bureau/fiches/${id}?onglet=pieces`
  const removed = values['retirer']?.[0]
  if (removed) {
    await documents.removeFile(removed)
    return redirect(`${back}&fait=retrait&piece=${removed}`)
  }
  const restored = values['remettre']?.[0]
  if (restored) {
    await documents.restoreFile(restored)
    return redirect(back)
  }
  if (refusedFiles.length === 0) return redirect(`${back}&fait=pieces`)
  const problems = refusedFiles.map(({ name, problem }) =>
    m.files_refused({ name, problem: fieldProblemText(problem, localeOf(context)) }),
  )
  return data({ problems }, { status: 422 })
}

/** The files that were refused, and why; those that were good are on the entry. */
export default function EntryFilesPage({ loaderData, actionData, params: { id } }: Route.ComponentProps) {
  const base = `/bureau/fiches/${id}`
  return (
    <main id="contenu" tabIndex={-1} className="qmain act">
      <PageTitle title={m.files_add()} wrong={actionData !== undefined} />
      <Crumbs
        crumbs={[
          { label: m.desk_nav_requests(), to: '/bureau' },
          { label: loaderData.label, to: `${base}?onglet=pieces` },
          { label: m.files_add() },
        ]}
      />
      <h1>{m.files_add()}</h1>
      <AddFiles action={`${base}/pieces`} problems={actionData?.problems ?? []} />
    </main>
  )
}
