// SPDX-License-Identifier: MIT
import { Readable } from 'node:stream'
import type { ServedFile } from '@guichet/server'

/** The answer that hands a file over, or says that the browser has it already. */
export async function servedFile(file: ServedFile, request: Request): Promise<Response> {
  const headers = new Headers(file.headers)
  if (headers.has('etag') && request.headers.get('if-none-match') === headers.get('etag')) {
    headers.delete('content-length')
    return new Response(null, { status: 304, headers })
  }
  const stream = Readable.toWeb(await file.open())
  return new Response(stream as unknown as ReadableStream, { headers })
}

/** How large a picture is asked: small unless told. */
export function thumbnailSize(request: Request): 'small' | 'large' {
  return new URL(request.url).searchParams.get('taille') === 'grande' ? 'large' : 'small'
}
