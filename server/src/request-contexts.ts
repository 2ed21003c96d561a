// SPDX-License-Identifier: MIT
import { type Locale, spacesOf } from '@guichet/engine'
import type { FastifyRequest } from 'fastify'
import { type Accounts, type Caller, callerOf, type Client, mayUseMethod } from './modules/accounts/index.ts'
import { listDashboards } from './modules/dashboards/index.ts'
import { definitionsOf } from './modules/definitions/index.ts'
import { visitorOf } from './modules/filing/index.ts'
import { actingAs, type Context } from './platform/context.ts'
import { problem } from './platform/http/problems.ts'
import { requestLocale } from './platform/http/request-locale.ts'
import type { RequestContext, Viewer } from './platform/http/web-context.ts'
import { createServices, type Services } from './services.ts'

/**
 * The context of a request to the REST API: a key, or the session of a browser.
 *
 * @throws Problem `key-refused`; `not-allowed` for a key that was made only to read
 */
export async function apiContext(accounts: Accounts, request: FastifyRequest): Promise<Context> {
  const caller = await callerOf(accounts, headersOf(request))
  noteSource(request, caller)
  if (!mayUseMethod(caller, request.method)) throw problem('not-allowed')
  return actingAs(accounts.platform, caller.actor)
}

/** What the pages are given for one request. */
export async function webRequestContext(
  accounts: Accounts,
  request: FastifyRequest,
  asked: Locale,
): Promise<RequestContext<Services>> {
  const headers = headersOf(request)
  const caller = await callerOf(accounts, withoutKey(headers))
  noteSource(request, caller)
  const { languages } = accounts.platform.tenant
  // A body may speak one language only: whoever asks for another is answered in it.
  const locale = languages === undefined || languages.includes(asked) ? asked : (languages[0] ?? asked)
  const context = actingAs(accounts.platform, { ...caller.actor, locale })
  const client: Client = { headers, address: request.ip, locale }
  return {
    services: createServices({
      context,
      accounts,
      client,
      caller,
      visitor: visitorOf(context.tenant.publicUrl, request.cookies),
    }),
    locale,
    tenant: context.tenant,
    viewer: await viewerOf(context, caller),
    now: context.clock.now(),
  }
}

async function viewerOf(context: Context, caller: Caller): Promise<Viewer | undefined> {
  const { actor } = caller
  if (actor.kind !== 'person') return undefined
  const { solutions } = await definitionsOf(context)
  const spaces = spacesOf(
    [...solutions.values()].map((release) => release.solution),
    actor,
  )
  return {
    name: actor.name,
    email: actor.email,
    spaces: (['desk', 'studio'] as const).filter((space) => spaces.has(space)),
    ...(actor.profile && { profile: actor.profile.kind === 'personal' ? null : actor.profile.name }),
    ...actingIn(context, caller),
    secondFactorWanted: caller.by === 'session' && caller.withheld.length > 0,
    hasDashboards: (await listDashboards(context)).length > 0,
  }
}

/** Who really acts, and until when, in the reader's words. */
function actingIn({ actor, tenant }: Context, caller: Caller): Pick<Viewer, 'acting'> {
  if (caller.by !== 'session' || !caller.acting || actor.kind !== 'person' || !actor.by) return {}
  const time = new Intl.DateTimeFormat(actor.locale === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: tenant.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  })
  return { acting: { by: actor.by.name, until: time.format(caller.acting.until) } }
}

/** Under what the rate limit counts the next requests of this credential. */
function noteSource(request: FastifyRequest, caller: Caller): void {
  if (caller.by === 'key') request.provenSource = `key:${caller.keyId}`
  if (caller.by === 'session') request.provenSource = `session:${caller.sessionId}`
}

/** Pages are for people: a key opens none. */
function withoutKey(headers: Headers): Headers {
  const others = new Headers(headers)
  others.delete('authorization')
  return others
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value])
      headers.append(name, one)
  }
  return headers
}

/** The language of a request, for those who answer before anyone is known. */
export function localeOf(request: FastifyRequest): Locale {
  return requestLocale(request.headers.cookie, request.headers['accept-language'])
}
