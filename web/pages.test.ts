// SPDX-License-Identifier: MIT
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locale } from '@guichet/engine'
import type { ShownProblem, Tenant, WebContext } from '@guichet/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtFolder } from './testing/built.ts'

type Handler = (request: Request, context: WebContext<unknown>) => Promise<Response>

let handle: Handler
let renderProblemPage: (problem: ShownProblem, page: unknown) => Promise<string>

beforeAll(async () => {
  const built = (await import(pathToFileURL(join(builtFolder(), 'server/index.js')).href)) as {
    createWebHandler: (options: { publicUrl: string }) => Handler
    renderProblemPage: typeof renderProblemPage
  }
  handle = built.createWebHandler({ publicUrl: 'http://town.example' })
  renderProblemPage = built.renderProblemPage
}, 120_000)

const tenant: Tenant = {
  name: 'Ville de Plassans',
  tagline: { fr: 'Démarches en ligne', en: 'Services on line' },
  email: 'guichet@plassans.example',
  sender: 'ne-pas-repondre@plassans.example',
  phone: '01 99 00 41 00',
  address: ['Place de la Sous-Préfecture'],
  openingHours: { fr: ['Lundi au vendredi'], en: ['Monday to Friday'] },
  brandColour: '#a63d19',
  timeZone: 'Europe/Paris',
  publicUrl: 'http://town.example',
}

const unavailable: ShownProblem = {
  status: 503,
  code: 'database-unavailable',
  title: 'Service momentanément indisponible',
  detail: 'Recommencez dans une minute.',
  reference: 'ref-42',
}

interface Visit {
  readonly path: string
  readonly locale?: Locale
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly problem?: ShownProblem
}

/** A visit by nobody. Services that a page calls all fail, as when the database is away. */
async function visit({ path, locale = 'fr', method = 'GET', headers = {}, problem = unavailable }: Visit) {
  const failing = new Proxy({}, { get: () => () => Promise.reject(new Error('away')) })
  const context: WebContext<unknown> = {
    services: new Proxy({}, { get: () => failing }),
    tenant,
    viewer: undefined,
    now: new Date('2026-11-20T09:00:00Z'),
    locale,
    cspNonce: { script: 'script-nonce', style: 'style-nonce' },
    describeProblem: () => problem,
  }
  const response = await handle(new Request(`http://town.example${path}`, { method, headers }), context)
  return { response, html: await response.text() }
}

describe('a public page', () => {
  it.each(['/mentions-legales', '/compte/creer', '/suivre', '/accessibilite'])(
    'is HTML without a script, a handler or a style attribute: %s',
    async (path) => {
      const { response, html } = await visit({ path })
      expect(response.status).toBe(200)
      expect(html).toContain('<main')
      expect(html).not.toMatch(/<script|\son\w+=|\sstyle=/)
    },
  )

  it('speaks the language of its reader', async () => {
    const french = await visit({ path: '/mentions-legales' })
    const english = await visit({ path: '/mentions-legales', locale: 'en' })
    expect(french.html).toMatch(/<html lang="fr">.*Suivre une demande/s)
    expect(english.html).toMatch(/<html lang="en">.*Track a request/s)
  })

  it('keeps two readers apart when both are answered at once', async () => {
    const visits = Array.from({ length: 20 }, (_, turn) =>
      visit({ path: '/mentions-legales', locale: turn % 2 === 0 ? 'fr' : 'en' }),
    )
    for (const [turn, { html }] of (await Promise.all(visits)).entries()) {
      expect(html).toContain(turn % 2 === 0 ? 'Suivre une demande' : 'Track a request')
    }
  })

  it('wears the colour of its tenant, in the one style element that the policy lets through', async () => {
    const { html } = await visit({ path: '/mentions-legales' })
    expect(html.match(/<style[^>]*>/g)).toEqual(['<style nonce="style-nonce">'])
    expect(html).toContain('--brand:#a63d19')
  })

  it('is not kept by shared caches', async () => {
    const { response } = await visit({ path: '/mentions-legales' })
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })
})

describe('an address', () => {
  it('that leads nowhere says so', async () => {
    const { response, html } = await visit({ path: '/nulle-part' })
    expect(response.status).toBe(404)
    expect(html).toContain('Cette page n’existe pas')
  })

  it('of the desk leads to the sign-in, and back', async () => {
    const { response } = await visit({ path: '/bureau/club/to-check?q=rue' })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/connexion?retour=%2Fbureau%2Fclub%2Fto-check%3Fq%3Drue')
  })
})

describe('the choice of a language', () => {
  it('is kept in a cookie and comes back to the page', async () => {
    const { response } = await visit({ path: '/langue/en?retour=/mentions-legales' })
    expect(response.headers.get('location')).toBe('/mentions-legales')
    expect(response.headers.get('set-cookie')).toMatch(/^guichet_locale=en; .*HttpOnly/)
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example'])(
    'never leads to %s',
    async (elsewhere) => {
      const { response } = await visit({ path: `/langue/en?retour=${encodeURIComponent(elsewhere)}` })
      expect(response.headers.get('location')).toBe('/')
    },
  )

  it('is refused for a language that is not spoken', async () => {
    expect((await visit({ path: '/langue/de' })).response.status).toBe(404)
  })
})

describe('a problem', () => {
  it('met by any page has its status and its sentences, and the reference when it is ours', async () => {
    const { response, html } = await visit({ path: '/' })
    expect(response.status).toBe(503)
    expect(html).toContain('Service momentanément indisponible')
    expect(html).toContain('Recommencez dans une minute.')
    expect(html).toContain('ref-42')
    expect(html).not.toContain('away')
  })

  it('of somebody who must sign in leads there', async () => {
    const problem = { ...unavailable, status: 401, code: 'sign-in-required' }
    const { response } = await visit({ path: '/mes-demandes', problem })
    expect(response.headers.get('location')).toBe('/connexion?retour=%2Fmes-demandes')
  })

  it('met before any page is a whole document, without a script', async () => {
    const page = { tenant, viewer: undefined, locale: 'fr', cspNonce: { script: 's', style: 'style-nonce' } }
    const html = await renderProblemPage(unavailable, page)
    expect(html).toMatch(/^<!doctype html><html lang="fr">/)
    expect(html).toContain('<style nonce="style-nonce">')
    expect(html).toContain('ref-42')
    expect(html).not.toContain('<script')
  })
})

describe('a form sent from another site', () => {
  it('is refused', async () => {
    const headers = { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }
    expect((await visit({ path: '/connexion', method: 'POST', headers })).response.status).toBe(400)
  })
})
