// SPDX-License-Identifier: MIT
import type { EntryFile, TransitionForm } from '@guichet/server'
import type { TransitionTyped } from '../../entry/take-transition.server.ts'
import { TransitionFields } from '../../entry/TransitionFields.tsx'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'

interface Props {
  readonly form: TransitionForm
  readonly files: readonly EntryFile[]
  readonly folder: string
  readonly back: string
  readonly typed: TransitionTyped | undefined
}

/** An action on a request, on a page of its own: its questions and nothing else. */
export function RequestTransition({ form, ...rest }: Props) {
  const { entry, transition } = form
  return (
    <main id="contenu" className="wrap p-main">
      <PageTitle
        title={`${transition.label} – ${entry.number ?? entry.title}`}
        wrong={rest.typed?.refusal !== undefined}
      />
      <Crumbs crumbs={[{ label: entry.number ?? entry.title, to: rest.back }, { label: transition.label }]} />
      <h1 className="p-title">{transition.label}</h1>
      <p className="lead">{entry.title}</p>
      <div className="narrow">
        <TransitionFields form={form} {...rest} />
      </div>
    </main>
  )
}
