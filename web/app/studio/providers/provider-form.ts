// SPDX-License-Identifier: MIT
import type { FormValues } from '@guichet/engine'
import type { ProviderSettings } from '@guichet/server'

/** What stands in the inputs, by the path of the setting. */
export type Typed = Readonly<Record<string, string>>

/** Lines left blank for rules to come, on a page without scripts. */
const spare = 2

/** The settings as the inputs show them. */
export function typedFrom(settings: ProviderSettings): Typed {
  const { memberships, matching } = settings
  return {
    'title.fr': settings.title.fr,
    'title.en': settings.title.en,
    'button.fr': settings.button.fr,
    'button.en': settings.button.en,
    audience: settings.audience.join(' '),
    acceptedAcr: settings.acceptedAcr.join(' '),
    'strong.acr': settings.strong.acr.join(' '),
    'strong.amr': settings.strong.amr.join(' '),
    clockToleranceSeconds: String(settings.clockToleranceSeconds),
    'claims.firstName': settings.claims.firstName,
    'claims.lastName': settings.claims.lastName,
    'claims.email': settings.claims.email,
    'matching.byEmail': flag(matching.byEmail),
    'matching.emailProven': matching.emailProven,
    'matching.create': flag(matching.create),
    ...rows('matching.byFields', matching.byFields, ({ claim, field, firstWord }) => ({
      claim,
      field,
      firstWord: flag(firstWord),
    })),
    ...rows('memberships', memberships, ({ organisation, ...rule }) => ({
      ...rule,
      'organisation.field': organisation.field,
      'organisation.from': organisation.from,
      'organisation.is': organisation.is,
    })),
    ...(settings.kind === 'oidc' ? typedOidc(settings) : typedSaml(settings)),
  }
}

const flag = (on: boolean) => (on ? 'oui' : '')

function rows<Row>(path: string, list: readonly Row[], typed: (row: Row) => Typed): Typed {
  return Object.fromEntries(
    list.flatMap((row, at) =>
      Object.entries(typed(row)).map(([name, value]) => [`${path}.${at}.${name}`, value]),
    ),
  )
}

function typedOidc(settings: Extract<ProviderSettings, { kind: 'oidc' }>): Typed {
  return {
    issuer: settings.issuer,
    clientId: settings.clientId,
    scopes: settings.scopes.join(' '),
    acrValues: settings.acrValues.join(' '),
    claimsRequest: settings.claimsRequest ?? '',
    pkce: flag(settings.pkce),
    clientAuthentication: settings.clientAuthentication,
    idTokenAlgorithm: settings.idTokenAlgorithm,
    userinfo: settings.userinfo,
    logout: flag(settings.logout),
  }
}

function typedSaml(settings: Extract<ProviderSettings, { kind: 'saml' }>): Typed {
  return {
    entityId: settings.entityId,
    signOnUrl: settings.signOnUrl,
    logoutUrl: settings.logoutUrl ?? '',
    certificates: settings.certificates.join('\n\n'),
    nameIdFormat: settings.nameIdFormat ?? '',
    subject: settings.subject ?? '',
    authnContext: settings.authnContext.join(' '),
  }
}

/** What was typed, to be shown again. */
export const typedOnce = (form: FormValues): Typed =>
  Object.fromEntries(Object.entries(form).map(([name, values]) => [name, values.join(' ')]))

/** How many lines of rules are shown: those there are, and some to fill in. */
export function lineCount(typed: Typed, path: string): number {
  const filled = Object.entries(typed).filter(([name, value]) => name.startsWith(`${path}.`) && value !== '')
  const places = filled.map(([name]) => Number(name.slice(path.length + 1).split('.')[0]))
  return Math.max(-1, ...places) + 1 + spare
}

/** The settings that a form asks for, not yet checked; what the form does not show stays. */
export function settingsFrom(before: ProviderSettings, form: FormValues): object {
  const typed = { ...typedOnce(form) }
  const text = (name: string) => typed[name]?.trim() ?? ''
  const words = (name: string) => text(name).split(/\s+/).filter(Boolean)
  const common = {
    ...before,
    title: { fr: text('title.fr'), en: text('title.en') },
    button: { fr: text('button.fr'), en: text('button.en') },
    audience: words('audience'),
    acceptedAcr: words('acceptedAcr'),
    strong: { acr: words('strong.acr'), amr: words('strong.amr') },
    clockToleranceSeconds: Number(text('clockToleranceSeconds')),
    claims: {
      firstName: text('claims.firstName'),
      lastName: text('claims.lastName'),
      email: text('claims.email'),
    },
    matching: {
      byEmail: text('matching.byEmail') !== '',
      emailProven: text('matching.emailProven'),
      create: text('matching.create') !== '',
      byFields: lines(typed, 'matching.byFields').map((at) => ({
        claim: text(`${at}.claim`),
        field: text(`${at}.field`),
        firstWord: text(`${at}.firstWord`) !== '',
      })),
    },
    memberships: lines(typed, 'memberships').map((at) => ({
      claim: text(`${at}.claim`),
      operator: text(`${at}.operator`),
      value: text(`${at}.value`),
      role: text(`${at}.role`),
      organisation: {
        field: text(`${at}.organisation.field`),
        from: text(`${at}.organisation.from`),
        is: text(`${at}.organisation.is`),
      },
    })),
  }
  const orNothing = (name: string) => text(name) || undefined
  if (before.kind === 'oidc')
    return {
      ...common,
      issuer: text('issuer'),
      clientId: text('clientId'),
      scopes: words('scopes'),
      acrValues: words('acrValues'),
      claimsRequest: orNothing('claimsRequest'),
      pkce: text('pkce') !== '',
      clientAuthentication: text('clientAuthentication'),
      idTokenAlgorithm: text('idTokenAlgorithm'),
      userinfo: text('userinfo'),
      logout: text('logout') !== '',
    }
  return {
    ...common,
    entityId: text('entityId'),
    signOnUrl: text('signOnUrl'),
    logoutUrl: orNothing('logoutUrl'),
    certificates: certificates(form.certificates?.[0] ?? ''),
    nameIdFormat: orNothing('nameIdFormat'),
    subject: orNothing('subject'),
    authnContext: words('authnContext'),
  }
}

/** Places of the lines whose attribute was filled in. */
function lines(typed: Typed, path: string): string[] {
  return Array.from({ length: lineCount(typed, path) }, (_, at) => `${path}.${at}`).filter(
    (at) => (typed[`${at}.claim`] ?? '').trim() !== '',
  )
}

/** Several, apart by a blank line, with or without the lines that begin and end them. */
function certificates(text: string): string[] {
  return text
    .replaceAll(/-----END CERTIFICATE-----/g, '\n\n')
    .replaceAll(/-----BEGIN CERTIFICATE-----/g, '')
    .split(/\r?\n\s*\r?\n/)
    .map((one) => one.replaceAll(/\s/g, ''))
    .filter(Boolean)
}
