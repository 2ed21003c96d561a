// SPDX-License-Identifier: MIT
import { readFields } from '@guichet/engine'
import { useEffect } from 'react'
import { data, Link, redirect, useRevalidator } from 'react-router'
import type { Route } from './+types/bulk'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { type Refusal, refusalOf } from '../../forms/refusal.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { countWords } from '../count-words.ts'
import { BulkConfirm } from './BulkConfirm.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import { BulkResult } from './BulkResult.tsx'

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  return { bulk: await services(context).bulk.viewBulk(id) }
}

/** What was typed for all, and why it did not start. */
export interface BulkTyped {
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly reason: string
  readonly refusal: Refusal
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const { bulk } = services(context)
  const form = await readPlainForm(request)
  if (form.annuler) {
    const { id: undo } = await bulk.undoBulk(id)
    return redirect(`/bureau/lots/${undo}`)
  }
  const view = await bulk.viewBulk(id)
  const fields = Object.fromEntries((view.form?.questions ?? []).map(({ key, field }) => [key, field]))
  const reason = form['_reason']?.[0] ?? ''
  try {
    await bulk.startBulk({ id, answers: readFields(fields, form), ...(reason !== '' && { reason }) })
  } catch (error) {
    const refusal = refusalOf(context, error)
    return data<BulkTyped>({ values: form, reason, refusal }, { status: refusal.status })
  }
  return redirect(`/bureau/lots/${id}`)
}

/** How often a page that waits looks again. */
const lookMs = 700

/** An action on many entries: what it will do, how far it is, what became of each. */
export default function Bulk({ loaderData: { bulk }, actionData }: Route.ComponentProps) {
  const { revalidate, state } = useRevalidator()
  const isRunning = bulk.status === 'running'
  useEffect(() => {
    if (!isRunning || state !== 'idle') return
    const timer = setTimeout(() => void revalidate(), lookMs)
    return () => clearTimeout(timer)
  }, [isRunning, state, revalidate])
  const back = bulk.origin ?? '/bureau'
  const title = bulk.label
  return (
    <main id="contenu" tabIndex={-1} className="qmain lot">
      <PageTitle title={title} wrong={actionData !== undefined} />
      <Crumbs crumbs={[{ label: bulk.collectionTitle.many, to: back }, { label: title }]} />
      <h1>{title}</h1>
      <p className="muted">
        {countWords({ count: bulk.counts.total, capped: false }, bulk.collectionTitle)}
        {bulk.undoes !== null && (
          <>
            {' – '}
            <Link to={`/bureau/lots/${bulk.undoes}`}>{m.bulk_undoes()}</Link>
          </>
        )}
      </p>
      {bulk.status === 'prepared' && <BulkConfirm bulk={bulk} back={back} typed={actionData} />}
      {isRunning && <BulkProgress bulk={bulk} />}
      {bulk.status === 'done' && <BulkResult bulk={bulk} back={back} />}
    </main>
  )
}
