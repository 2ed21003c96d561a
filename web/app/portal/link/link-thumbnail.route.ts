// SPDX-License-Identifier: MIT
import type { Route } from './+types/link-thumbnail.route'
import { servedFile, thumbnailSize } from '../../forms/served-file.server.ts'
import { linkOf } from './link-session.server.ts'

/** A picture made small, of the entry that a link gives access to. */
export async function loader({ params: { link, file }, request, context }: Route.LoaderArgs) {
  const { bearer } = await linkOf(context, link)
  return servedFile(await bearer.documents.openThumbnail(file, thumbnailSize(request)), request)
}
