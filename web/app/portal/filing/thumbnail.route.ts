// SPDX-License-Identifier: MIT
import type { Route } from './+types/thumbnail.route'
import { servedFile } from '../../forms/served-file.server.ts'
import { services } from '../../services.ts'

/** A picture of one's own draft made small. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  return servedFile(await services(context).filing.openDraftThumbnail(params.draft, params.file), request)
}
