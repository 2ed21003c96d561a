// SPDX-License-Identifier: MIT
import { fieldProblemText } from '@guichet/engine'
import type { Services } from '@guichet/server'
import { data, redirect, type RouterContextProvider } from 'react-router'
import { localeOf } from '../context.ts'
import { readForm } from '../forms/read-form.server.ts'
import { type Refusal, refusalOf } from '../forms/refusal.ts'
import { m } from '../paraglide/messages.js'

/** A message that did not go, with its words. */
export interface MessageTyped {
  readonly body: string
  readonly refusal: Refusal
}

interface Posting {
  readonly services: Services
  readonly context: Readonly<RouterContextProvider>
  readonly request: Request
  readonly id: string
  readonly back: string
}

/** Posts a message with its files in the thread of an entry. */
export async function postMessage({ services, context, request, id, back }: Posting) {
  const { values, refusedFiles } = await readForm(request, ({ name, stream }) =>
    services.documents.depositFile(stream, { entryId: id, name }),
  )
  const body = values.body?.[0] ?? ''
  if (refusedFiles.length > 0) {
    const problems = refusedFiles.map(({ name, problem }) => ({
      path: 'files',
      text: m.portal_form_file_problem({ name, problem: fieldProblemText(problem, localeOf(context)) }),
    }))
    return data<MessageTyped>(
      { body, refusal: { code: 'invalid-input', status: 422, title: '', detail: '', problems } },
      { status: 422 },
    )
  }
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a use case of ours, not a window's
    await services.messages.postMessage({
      entryId: id,
      body,
      attachments: values.files ?? [],
      asks: values.asks?.[0] === 'yes',
    })
  } catch (error) {
    const refusal = refusalOf(context, error)
    return data<MessageTyped>({ body, refusal }, { status: refusal.status })
  }
  return redirect(`${back}?fait=message#fil`)
}
