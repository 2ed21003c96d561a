// SPDX-License-Identifier: MIT
import { type FormValues, fieldProblemText, readFields } from '@guichet/engine'
import type { Services, TransitionForm } from '@guichet/server'
import { data, redirect, type RouterContextProvider } from 'react-router'
import { localeOf } from '../context.ts'
import { afterButton } from '../forms/group-buttons.ts'
import { readForm } from '../forms/read-form.server.ts'
import { type Refusal, refusalOf } from '../forms/refusal.ts'
import { m } from '../paraglide/messages.js'

/** What the page of a transition shows again: what was typed, and why it did not go. */
export interface TransitionTyped {
  readonly values: FormValues
  readonly reason: string
  /** The questions for what was typed: an answer may bring others up. */
  readonly questions?: Questions | undefined
  /** What its references offer for the words that were looked for, and for what is chosen. */
  readonly offers?: TransitionForm['offers'] | undefined
  readonly searched?: Readonly<Record<string, string>> | undefined
  readonly refusal?: Refusal | undefined
}

interface Taking {
  readonly services: Services
  readonly context: Readonly<RouterContextProvider>
  readonly request: Request
  readonly id: string
  readonly key: string
  /** Page of the entry, where one comes back once it is done. */
  readonly back: string
}

/** Takes a transition from its form; what is refused comes back with everything that was typed. */
export async function takeTransition({ services, context, request, id, key, back }: Taking) {
  const { values, refusedFiles } = await readForm(request, ({ path, name, stream }) =>
    services.documents.depositFile(stream, { entryId: id, field: path.split('.', 1)[0] ?? path, name }),
  )
  const reason = values['_reason']?.[0] ?? ''
  const pressed = afterButton(values)
  if (pressed) return data<TransitionTyped>({ values: pressed, reason })
  if (refusedFiles.length > 0) {
    const problems = refusedFiles.map(({ path, name, problem }) => ({
      path,
      text: m.portal_form_file_problem({ name, problem: fieldProblemText(problem, localeOf(context)) }),
    }))
    const refusal = { code: 'invalid-input', status: 422, title: '', detail: '', problems }
    return data<TransitionTyped>({ values, reason, refusal }, { status: 422 })
  }
  const asked = askedIn(values)
  const searched = searchedIn(values)
  let questions: Questions | undefined
  let offers: TransitionForm['offers'] | undefined
  try {
    const form = await services.views.transitionForm({ id, key })
    const typed = readFields(fieldsOf(form.questions), values)
    const open = await services.views.transitionForm({
      id,
      key,
      typed,
      ...(searched && { search: searched }),
    })
    ;({ questions, offers } = open)
    if (searched) return data<TransitionTyped>({ values, reason, questions, offers, searched })
    await services.entries.takeTransition({
      id,
      key,
      version: Number(values['_version']?.[0] ?? 0),
      answers: readFields(fieldsOf(questions), values),
      ...(reason !== '' && { reason }),
      ...(asked.length > 0 && { asked }),
    })
  } catch (error) {
    const refusal = refusalOf(context, error, ['transition-refused'])
    return data<TransitionTyped>({ values, reason, questions, offers, refusal }, { status: refusal.status })
  }
  return redirect(`${back}${back.includes('?') ? '&' : '?'}fait=${key}`)
}

/**
 * Words to look for in the offers of a reference: its button was pressed, or the key Enter while nothing was chosen
 * there. The action is not taken then.
 */
function searchedIn(values: FormValues): Record<string, string> | undefined {
  const pressed = values['_search']?.[0]
  const words = Object.entries(values).flatMap(([name, [typed = '']]) => {
    const field = /^_search\.(.+)$/.exec(name)?.[1]
    const isAsked = field === pressed || (field !== undefined && !values[field]?.[0])
    return field !== undefined && isAsked && typed.trim() !== '' ? [[field, typed.trim()] as const] : []
  })
  if (words.length > 0) return Object.fromEntries(words)
  return pressed === undefined ? undefined : {}
}

/** The fields that were ticked, each with its word. */
function askedIn(values: FormValues) {
  return (values['_ask'] ?? []).map((field) => {
    const word = values[`_word.${field}`]?.[0]?.trim() ?? ''
    return { field, ...(word !== '' && { word }) }
  })
}

type Questions = Awaited<ReturnType<Services['views']['transitionForm']>>['questions']

const fieldsOf = (questions: Questions) => Object.fromEntries(questions.map(({ key, field }) => [key, field]))
