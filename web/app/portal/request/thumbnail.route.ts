// SPDX-License-Identifier: MIT
import type { Route } from './+types/thumbnail.route'
import { servedFile, thumbnailSize } from '../../forms/served-file.server.ts'
import { services } from '../../services.ts'

/** A picture of an entry made small, for whoever may read it. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const size = thumbnailSize(request)
  return servedFile(await services(context).documents.openThumbnail(params.file, size), request)
}
