// SPDX-License-Identifier: MIT
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Locale } from '@guichet/engine'
import type { ShownProblem, WebContext } from '@guichet/server'
import {
  type ActionFunction,
  createRequestHandler,
  data,
  type LoaderFunction,
  redirect,
  RouterContextProvider,
  type ServerBuild,
} from 'react-router'
import * as build from 'virtual:react-router/server-build'
import { webContext } from './context.ts'
import { overwriteServerAsyncLocalStorage, serverAsyncLocalStorage } from './paraglide/runtime.js'
import { problemDocument } from './problem-document.tsx'

overwriteServerAsyncLocalStorage(new AsyncLocalStorage())

/** The language of the texts rendered by `work`, carried along its asynchronous steps instead of a global. */
function speaking<Result>(context: { locale: Locale }, work: () => Result): Result {
  if (!serverAsyncLocalStorage) throw new Error('The texts have no place to keep the language of a request')
  return serverAsyncLocalStorage.run({ locale: context.locale, messageCalls: new Set() }, work)
}

/** Answers one request with a page, a redirection or a file. */
export function createWebHandler({ publicUrl }: { publicUrl: string }) {
  const handle = createRequestHandler(
    {
      ...(build as ServerBuild),
      routes: translated(build.routes),
      allowedActionOrigins: [new URL(publicUrl).host],
    },
    'production',
  )
  return (request: Request, context: WebContext<unknown>): Promise<Response> => {
    const provider = new RouterContextProvider()
    provider.set(webContext, context)
    return speaking(context, () => handle(request, provider))
  }
}

/** The page of a failure met outside the application: the database is away, a body is too large. */
export function renderProblemPage(
  problem: ShownProblem,
  page: Omit<WebContext<unknown>, 'services'>,
): Promise<string> {
  return speaking(page, async () => problemDocument(problem, page))
}

type Routes = ServerBuild['routes']
type Route = NonNullable<Routes[string]>

/**
 * Every loader and action with its problems turned into an answer: status and safe sentences for the error page,
 * the sign-in page for someone who must sign in first. In one place, so that no route can forget.
 */
function translated(routes: Routes): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => [id, route && translatedRoute(route)]),
  )
}

function translatedRoute(route: Route): Route {
  const { loader, action } = route.module
  return {
    ...route,
    module: {
      ...route.module,
      ...(loader && { loader: translating(loader) }),
      ...(action && { action: translating(action) }),
    },
  }
}

function translating<Handler extends LoaderFunction | ActionFunction>(handler: Handler): Handler {
  const translatingHandler: LoaderFunction = async (args) => {
    try {
      return await handler(args)
    } catch (thrown) {
      // Redirections and answers that a route throws on purpose pass through.
      if (!(thrown instanceof Error)) throw thrown
      const problem = args.context.get(webContext).describeProblem(thrown)
      if (problem.code === 'sign-in-required' && args.request.method === 'GET')
        throw signInFirst(args.request)
      throw data(problem, { status: problem.status })
    }
  }
  return translatingHandler as Handler // a loader and an action take the same arguments
}

function signInFirst(request: Request): Response {
  const { pathname, search } = new URL(request.url)
  const page = pathname.replace(/\.data$/, '')
  return redirect(`/connexion?retour=${encodeURIComponent(page + search)}`)
}
