// SPDX-License-Identifier: MIT
import type { Route } from './+types/file.route'
import { servedFile } from '../../forms/served-file.server.ts'
import { services } from '../../services.ts'

/** A file of an entry, for whoever may read it. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  return servedFile(await services(context).documents.openAttachment(params.file), request)
}
