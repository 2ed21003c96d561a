// SPDX-License-Identifier: MIT
import type { FormPage, FormValues } from '@guichet/engine'
import type { Tx } from '../../platform/db/database.ts'
import { attachmentsOf } from '../attachments/index.ts'
import { fieldAt } from './field-at.ts'
import type { OpenDraft } from './open-draft.ts'
import { topField } from './page-answers.ts'
import type { FoundProblem } from './problem-view.ts'

/**
 * The form without the ids of files that were not received in this draft for that question (forged, or removed in
 * another window), and which questions named some.
 */
export async function withOwnFiles(
  tx: Tx,
  open: OpenDraft,
  page: FormPage,
  values: FormValues,
): Promise<{ values: FormValues; foreign: FoundProblem[] }> {
  const paths = Object.keys(values).filter((path) => isFilePath(open, path))
  if (paths.length === 0) return { values, foreign: [] }
  const received = await attachmentsOf(tx, { draftId: open.draft.id })
  const isForeign = (path: string, id: string) =>
    id.trim() !== '' &&
    !received.some((file) => file.id === id.trim().toLowerCase() && file.field === topField(path))
  return {
    values: Object.fromEntries(
      Object.entries(values).map(([path, typed]) => [
        path,
        paths.includes(path) ? typed.filter((id) => !isForeign(path, id)) : typed,
      ]),
    ),
    foreign: paths
      .filter((path) => values[path]?.some((id) => isForeign(path, id)))
      .map((path) => ({ path, page: page.key, problem: { code: 'attachment_not_found' } })),
  }
}

function isFilePath({ scope }: OpenDraft, path: string): boolean {
  const type = fieldAt(scope.collection, path)?.type
  return type === 'file' || type === 'files'
}
