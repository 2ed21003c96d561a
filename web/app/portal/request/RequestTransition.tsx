// SPDX-License-Identifier: MIT
import formIsland from 'virtual:island/form'
import type { LoadedTransition } from '../../entry/load-transition.server.ts'
import { RefusedTransition } from '../../entry/RefusedTransition.tsx'
import type { TransitionTyped } from '../../entry/take-transition.server.ts'
import { TransitionFields } from '../../entry/TransitionFields.tsx'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'

interface Props {
  readonly loaded: LoadedTransition
  readonly folder: string
  readonly back: string
  readonly typed: TransitionTyped | undefined
}

/** An action on a request, on a page of its own: its questions and nothing else. */
export function RequestTransition({ loaded: { form, files, refused, entry }, folder, back, typed }: Props) {
  const title = form?.transition.label ?? refused?.title ?? ''
  return (
    <main id="contenu" tabIndex={-1} className="wrap p-main">
      <script async src={formIsland} />
      <PageTitle title={`${title} – ${entry.number ?? entry.title}`} wrong={typed?.refusal !== undefined} />
      <Crumbs crumbs={[{ label: entry.number ?? entry.title, to: back }, { label: title }]} />
      <h1 className="p-title">{title}</h1>
      <p className="lead">{entry.title}</p>
      <div className="narrow">
        {form ? (
          <TransitionFields form={form} files={files} folder={folder} back={back} typed={typed} />
        ) : (
          <RefusedTransition entry={entry} refused={refused} typed={typed} back={back} />
        )}
      </div>
    </main>
  )
}
