// SPDX-License-Identifier: MIT
import type { Services } from '@guichet/server'
import { readForm, type SentForm } from '../../forms/read-form.server.ts'

/** Puts the files of a form beside the answers of an entry, for the readers whom the address names. */
export function receiveEntryFiles(
  { documents }: Pick<Services, 'documents'>,
  request: Request,
  entryId: string,
): Promise<SentForm> {
  const audience = new URL(request.url).searchParams.get('pour') === 'tous' ? 'everyone' : 'handlers'
  return readForm(request, ({ name, stream }) => documents.attachFile(stream, { entryId, name, audience }))
}
