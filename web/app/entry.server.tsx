// SPDX-License-Identifier: MIT
import { PassThrough, Readable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { webContext } from './context.ts'
import { StyleNonce } from './ui/style-nonce.ts'

/** Longest time a page may take to finish once its beginning is sent. */
export const streamTimeout = 10_000

/** Renders a page to a stream. Pages without scripts are the same: they leave `<Scripts/>` out themselves. */
export default function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: Readonly<RouterContextProvider>,
): Promise<Response> {
  const { cspNonce, describeProblem } = context.get(webContext)
  headers.set('content-type', 'text/html; charset=utf-8')
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <StyleNonce value={cspNonce.style}>
        <ServerRouter context={routerContext} url={request.url} nonce={cspNonce.script} />
      </StyleNonce>,
      {
        nonce: cspNonce.script,
        onShellReady() {
          const body = new PassThrough()
          pipe(body)
          resolve(new Response(Readable.toWeb(body) as unknown as ReadableStream, { status, headers }))
        },
        onShellError: reject,
        onError: (error) => void describeProblem(error),
      },
    )
    const timeout = setTimeout(abort, streamTimeout + 1000)
    timeout.unref()
    request.signal.addEventListener('abort', () => abort(), { once: true })
  })
}

/** What no loader turned into an answer is written in the log under the reference shown to the reader. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) context.get(webContext).describeProblem(error)
}
