// SPDX-License-Identifier: MIT
import type { Services } from '@guichet/server'
import { data, redirect, type RouterContextProvider } from 'react-router'
import { type MessageTyped, postMessage } from '../../entry/post-message.server.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { refusalOf } from '../../forms/refusal.ts'

/** A note that was refused, with its words. */
export interface NoteTyped {
  readonly body: string
  readonly tone: string
  readonly audience: string
  readonly problem: string
}

/** What the entry's page shows again after a refusal. */
export interface PostTyped {
  readonly message?: MessageTyped | undefined
  readonly note?: NoteTyped | undefined
}

interface Posting {
  readonly services: Services
  readonly context: Readonly<RouterContextProvider>
  readonly request: Request
  readonly id: string
  readonly back: string
}

/** A message to the applicant, which may carry files, or a note between agents, which is a plain form. */
export async function postToEntry(posting: Posting) {
  const isNote =
    posting.request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true
  if (isNote) return addNote(posting)
  const answer = await postMessage(posting)
  if (answer instanceof Response) return answer
  return data<PostTyped>({ message: answer.data }, answer.init ?? {})
}

async function addNote({ services, context, request, id, back }: Posting) {
  const form = await readPlainForm(request)
  const typed = { body: form.body?.[0] ?? '', tone: form.tone?.[0] ?? '', audience: form.audience?.[0] ?? '' }
  try {
    await services.messages.addNote({ entryId: id, ...typed })
  } catch (error) {
    const refusal = refusalOf(context, error)
    const problem = refusal.problems[0]?.text ?? refusal.detail
    return data<PostTyped>({ note: { ...typed, problem } }, { status: refusal.status })
  }
  return redirect(`${back}?fait=note#notes`)
}
