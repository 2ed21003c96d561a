// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/changes'
import { datesOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { type Refusal, refusalOf } from '../../forms/refusal.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { ChangeFields } from './ChangeFields.tsx'
import { ChangeMeta } from './ChangeMeta.tsx'
import { shownChange, type ShownChange } from './shown-changes.ts'

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  const { entries, approvals } = services(context)
  const [entry, { requests, entryVersion }] = await Promise.all([
    entries.viewEntry(id),
    approvals.listChangeRequests(id),
  ])
  const dates = datesOf(context)
  return {
    title: entry.title,
    number: entry.number,
    entryVersion,
    changes: requests.map((one) => shownChange(one, dates)),
    done: new URL(request.url).searchParams.get('fait') ?? undefined,
  }
}

type Typed = { readonly change: string; readonly reason: string; readonly refusal: Refusal }

/** A decision, or a proposal taken back, told apart by the button that was pressed. */
export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const { approvals } = services(context)
  const form = await readPlainForm(request)
  const one = (name: string) => form[name]?.[0] ?? ''
  const change = { id: one('change'), version: Number(one('version')) }
  const reason = one('reason')
  try {
    if (one('_do') === 'withdraw') {
      await approvals.withdrawChange(change)
      return redirect(`/bureau/fiches/${id}/propositions?fait=withdrawn`)
    }
    const over = Number(one('over'))
    const { state } = await approvals.decideChange({
      ...change,
      accepts: one('_do') === 'accept',
      reason,
      ...(over > 0 && { overEntryVersion: over }),
    })
    return redirect(`/bureau/fiches/${id}/propositions?fait=${state}`)
  } catch (error) {
    const refusal = refusalOf(context, error, ['change-conflict', 'change-decided'])
    return data<Typed>({ change: change.id, reason, refusal }, { status: refusal.status })
  }
}

/** After a refusal too: what is shown is what is there now. */
export const shouldRevalidate = () => true

const doneWords: Readonly<Record<string, () => string>> = {
  applied: m.change_done_applied,
  pending: m.change_done_pending,
  rejected: m.change_done_rejected,
  withdrawn: m.change_done_withdrawn,
}

/** The change requests of an entry, each with what may be done with it. */
export default function Changes({ loaderData, actionData, params: { id } }: Route.ComponentProps) {
  const { title, number, changes, entryVersion, done } = loaderData
  const told = done === undefined ? undefined : doneWords[done]
  return (
    <main id="contenu" tabIndex={-1} className="qmain act">
      <PageTitle title={`${m.change_title()} – ${number ?? title}`} wrong={actionData !== undefined} />
      <Crumbs
        crumbs={[
          { label: m.desk_nav_requests(), to: '/bureau' },
          { label: number ?? title, to: `/bureau/fiches/${id}` },
          { label: m.change_title() },
        ]}
      />
      <h1>{m.change_title()}</h1>
      <p className="meta">
        <span>{title}</span>
      </p>
      {told && !actionData && <Notice tone="ok" title={told()} announced />}
      {actionData && actionData.refusal.problems.length === 0 && (
        <Notice tone="warn" title={actionData.refusal.title} announced>
          <p>{actionData.refusal.detail}</p>
        </Notice>
      )}
      {changes.length === 0 && (
        <div className="card mt">
          <EmptyState icon="checkbox" title={m.approvals_empty()} />
        </div>
      )}
      {changes.map((change) => (
        <section key={change.id} className="card mt" aria-label={change.circuit}>
          <div className="card__h">
            <h2>{change.circuit}</h2>
          </div>
          <div className="card__b">
            <ChangeMeta change={change} />
            <ChangeFields change={change} />
            <Decision
              key={change.version}
              change={change}
              entryVersion={entryVersion}
              typed={actionData?.change === change.id ? actionData : undefined}
            />
          </div>
        </section>
      ))}
    </main>
  )
}

interface DecisionProps {
  readonly change: ShownChange
  readonly entryVersion: number
  readonly typed: Typed | undefined
}

function Decision({ change, entryVersion, typed }: DecisionProps) {
  if (!change.may.decide && !change.may.withdraw) return null
  const hasConflict = change.fields.some(({ conflict }) => conflict)
  const name = `reason-${change.id}`
  const problem = typed?.refusal.problems[0]?.text
  return (
    <Form method="post" noValidate className="mt">
      <input type="hidden" name="change" value={change.id} />
      <input type="hidden" name="version" value={change.version} />
      {hasConflict && <input type="hidden" name="over" value={entryVersion} />}
      {change.may.decide && (
        <div className={problem ? 'field field--err' : 'field'}>
          <label className="label" htmlFor={inputId(name)}>
            {m.change_reason()}
          </label>
          <p className="hint">{m.change_reason_hint()}</p>
          <Problem name={name} text={problem} />
          <textarea
            className="input"
            id={inputId(name)}
            name="reason"
            rows={3}
            defaultValue={typed?.reason}
            aria-invalid={problem ? true : undefined}
          />
        </div>
      )}
      <div className="f-act">
        {change.may.decide && (
          <>
            <Button look="primary" icon="check" name="_do" value="accept">
              {hasConflict ? m.change_accept_over() : m.change_accept()}
            </Button>
            <Button look="danger" icon="circle-x" name="_do" value="reject">
              {m.change_reject()}
            </Button>
          </>
        )}
        {change.may.withdraw && (
          <Button look="quiet" icon="restore" name="_do" value="withdraw">
            {m.change_withdraw()}
          </Button>
        )}
      </div>
    </Form>
  )
}
