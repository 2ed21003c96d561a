// SPDX-License-Identifier: MIT
import type { Route } from './+types/file.route'
import { servedFile } from '../../forms/served-file.server.ts'
import { services } from '../../services.ts'

/** A file of one's own draft. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const file = await services(context).filing.openDraftFile(params.draft, params.file)
  return servedFile(file, request)
}
