// SPDX-License-Identifier: MIT
import {
  type AskedField,
  checkForm,
  decideTransition,
  type Form,
  formFields,
  isEmpty,
  openItems,
  type Transition,
  type TransitionOutcome,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { inputProblems } from '../../platform/http/input-problems.ts'
import { problem } from '../../platform/http/problems.ts'
import { momentOf } from '../../platform/local-day.ts'
import { recordEvent } from '../events/index.ts'
import { askedNow, checkAsked } from './asked-fields.ts'
import { requireVersion } from './change-entry.ts'
import { checkValues } from './check-values.ts'
import { getEntry, type LoadedEntry } from './load-entry.ts'
import { writeEntry } from './write-entry.ts'

export type TakeTransition = {
  readonly id: string
  readonly version: number
  /** Key of the transition. */
  readonly key: string
  /** Answers to the transition's form, by field. */
  readonly answers?: Readonly<Record<string, unknown>>
  readonly reason?: string
  /** Fields that the answer must correct or complete, for a transition that asks for some. */
  readonly asked?: readonly AskedField[]
}

export type Moved = { readonly version: number; readonly state: string }

/**
 * Moves an entry along its circuit: answers, state and event in one transaction; what follows (mails, links, tasks)
 * is queued there and done after.
 *
 * @throws Problem `not-found` also when the actor may not read it; `entry-changed`; `transition-refused` with the
 *   refusal as the engine decided it; `invalid-input` by field of the transition's form
 */
export async function takeTransition(context: Context, request: TakeTransition, tx?: Tx): Promise<Moved> {
  return tx
    ? take(tx, context, request)
    : context.db.transaction().execute((own) => take(own, context, request))
}

async function take(tx: Tx, context: Context, request: TakeTransition): Promise<Moved> {
  const entry = await getEntry(tx, context, request.id, { forUpdate: true })
  requireVersion(entry, request.version)
  const { transition, outcome } = decide(entry, request)
  const asked = checkAsked(context, entry, transition, request.asked)
  const given = await checkedAnswers(tx, context, entry, transition, request.answers ?? {})
  const written = await writeEntry(
    tx,
    context,
    entry,
    { ...given, ...counted(entry, transition) },
    {
      state: outcome.state,
      closedAt: outcome.closed ? (entry.closedAt ?? context.clock.now()) : null,
      ...(outcome.remembers !== undefined && { remembered: outcome.remembers }),
    },
  )
  const reason = request.reason?.trim()
  await recordEvent(tx, context, {
    kind: 'entry.moved',
    entry: { id: entry.id, collection: entry.collection },
    payload: {
      transition: request.key,
      from: entry.state,
      to: outcome.state,
      ...(reason && { reason }),
      ...(Object.keys(written.changes).length > 0 && { changes: written.changes }),
      ...(asked.length > 0 && { asked }),
    },
  })
  return { version: written.version, state: outcome.state }
}

/** The field that counts how often the transition is taken, one more. */
function counted({ values }: LoadedEntry, { counts }: Transition): Readonly<Record<string, unknown>> {
  return counts === undefined ? {} : { [counts]: Number(values[counts] ?? 0) + 1 }
}

function decide(entry: LoadedEntry, request: TakeTransition) {
  const { lifecycle } = entry.definition
  if (!lifecycle || entry.state === null)
    throw problem('transition-refused', { refusal: 'unknown-transition' })
  const outcome = decideTransition(
    lifecycle,
    { state: entry.state, rememberedState: entry.rememberedState },
    request.key,
    {
      granted: (action) => entry.may(action),
      guardHolds: entry.guardHolds(request.key),
      reason: request.reason,
    },
  )
  const transition = lifecycle.transitions[request.key]
  if (!outcome.ok || !transition) throw refused(outcome)
  return { transition, outcome }
}

function refused(outcome: TransitionOutcome) {
  if (outcome.ok) return problem('transition-refused', { refusal: 'unknown-transition' })
  if (outcome.refusal === 'reason-missing') {
    return problem('invalid-input', {
      fields: inputProblems([{ path: 'reason', problem: { code: 'required' } }]),
    })
  }
  return problem('transition-refused', { refusal: outcome.refusal, because: outcome.because })
}

/**
 * The form of the transition decides what may be written with it: its fields, no other; and of these, only the ones
 * that were asked for, when the transition answers to that. What is wrong elsewhere is not this answer's business.
 */
async function checkedAnswers(
  tx: Tx,
  context: Context,
  entry: LoadedEntry,
  transition: Transition,
  answers: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const form = transition.form === undefined ? undefined : entry.release.solution.forms[transition.form]
  const emptied = form ? askedAnew(entry, form) : {}
  let writable = new Set(form ? formFields(form) : [])
  if (form) {
    const { timeZone } = context.tenant
    const scope = { collection: entry.definition, timeZone, ...momentOf(context.clock.now(), timeZone) }
    const given = { ...kept(entry, writable), ...emptied, ...answers }
    const shown = checkForm(form, scope, entry.values, given)
    const asked = transition.onlyAsked ? await askedNow(tx, entry) : []
    if (asked.length > 0) {
      writable = new Set(openItems(form, scope, entry.values, answers, asked).map(({ item }) => item.field))
    }
    const problems = shown.ok
      ? []
      : shown.problems.filter(({ path }) => writable.has(path.split('.', 1)[0] ?? path))
    if (problems.length > 0) throw problem('invalid-input', { fields: inputProblems(problems) })
  }
  return checkValues(tx, context, {
    collection: entry.collection,
    definition: entry.definition,
    candidates: { ...only(emptied, writable), ...answers },
    writable,
    required: 'none',
    files: { entryId: entry.id },
  })
}

/** What was answered last time to questions asked anew: gone, unless it is answered again. */
function askedAnew({ values }: LoadedEntry, form: Form): Record<string, null> {
  const anew = form.pages.flatMap(({ items }) => items.filter((item) => item.anew))
  return Object.fromEntries(anew.flatMap(({ field }) => (isEmpty(values[field]) ? [] : [[field, null]])))
}

function only(values: Readonly<Record<string, null>>, keys: ReadonlySet<string>): Record<string, null> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)))
}

/** What the entry already says of the form's fields stands for an answer that is not given again. */
function kept(entry: LoadedEntry, fields: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries([...fields].map((key) => [key, entry.values[key] ?? null]))
}
