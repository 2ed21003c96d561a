// SPDX-License-Identifier: MIT
import type { EntryFile, TransitionForm } from '@guichet/server'
import { uploadedFiles } from '../forms/file-items.ts'
import type { FormState } from '../ui/fields/form-state.ts'
import type { TransitionTyped } from './take-transition.server.ts'

/** The state of the inputs: what was just typed, else what is known. */
export function transitionState(
  form: TransitionForm,
  files: readonly EntryFile[],
  folder: string,
  typed: TransitionTyped | undefined,
  searchAt?: string,
): FormState {
  const problems = typed?.refusal?.problems ?? []
  return {
    values: typed?.values ?? form.values,
    problems: Object.fromEntries(problems.toReversed().map(({ path, text }) => [path, text])),
    files: uploadedFiles(files, folder),
    offers: typed?.offers ?? form.offers,
    crowded: form.crowded,
    searched: typed?.searched ?? {},
    ...(searchAt !== undefined && { searchAt }),
    computed: {},
  }
}
