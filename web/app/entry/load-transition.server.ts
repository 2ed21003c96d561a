// SPDX-License-Identifier: MIT
import type { Services } from '@guichet/server'
import type { RouterContextProvider } from 'react-router'
import { type Refusal, refusalOf } from '../forms/refusal.ts'

interface Loading {
  readonly services: Services
  readonly context: Readonly<RouterContextProvider>
  readonly id: string
  readonly key: string
}

/**
 * The form of a transition, or why it cannot be taken any more: somebody else may have moved the entry while the form
 * was being filled in, and what was typed must not be lost with it.
 */
export async function loadTransition({ services, context, id, key }: Loading) {
  const files = await services.documents.listEntryFiles(id)
  try {
    const form = await services.views.transitionForm({ id, key })
    return { form, files, entry: form.entry, refused: undefined }
  } catch (error) {
    const refused: Refusal = refusalOf(context, error, ['transition-refused'])
    return { form: undefined, files, refused, entry: await services.entries.viewEntry(id) }
  }
}

export type LoadedTransition = Awaited<ReturnType<typeof loadTransition>>
