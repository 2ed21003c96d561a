// SPDX-License-Identifier: MIT
import { fieldType, type LocalizedText } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'
import { directoryOf } from '../people/index.ts'
import { mayBeGivenByClaims } from './given-roles.ts'
import { type ProviderSettings, providerSettings } from './provider-settings.ts'
import { settingSentences } from './settings-messages.ts'

/** A setting that was not taken (`issuer`, `memberships.0.role`), and what is expected of it. */
export type SettingProblem = { readonly path: string; readonly text: LocalizedText }

/** The settings, or what is wrong with them: their shape, and what they name that is not there. */
export async function checkSettings(
  context: Context,
  given: unknown,
): Promise<
  | { readonly ok: true; readonly settings: ProviderSettings }
  | { readonly ok: false; readonly problems: SettingProblem[] }
> {
  const read = providerSettings.safeParse(given)
  if (!read.success) {
    const paths = [...new Set(read.error.issues.map(({ path }) => path.join('.')))]
    return { ok: false, problems: paths.map((path) => ({ path, text: sentenceAt(path) })) }
  }
  const problems = await missing(context, read.data)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings: read.data }
}

async function missing(context: Context, settings: ProviderSettings): Promise<SettingProblem[]> {
  const definitions = await definitionsOf(context)
  const { person, organisation } = await directoryOf(context)
  const fieldsOf = (ref: typeof person.ref) => definitions.model.collections.get(ref)?.fields ?? {}
  const roles = [...definitions.solutions.values()].flatMap(({ solution }) =>
    Object.keys(solution.roles).map((key) => `${solution.key}.${key}`),
  )
  const problems: SettingProblem[] = []
  const say = (path: string, sentence: keyof typeof settingSentences) =>
    problems.push({ path, text: settingSentences[sentence] })

  settings.audience.forEach((role, at) => {
    if (!roles.includes(role)) say(`audience.${at}`, 'role')
  })
  settings.memberships.forEach(({ role, organisation: where }, at) => {
    if (!mayBeGivenByClaims(definitions, role)) say(`memberships.${at}.role`, 'given-role')
    if (where.field !== 'id' && !Object.hasOwn(fieldsOf(organisation.ref), where.field))
      say(`memberships.${at}.organisation.field`, 'field')
  })
  const { byFields } = settings.matching
  byFields.forEach(({ field: path }, at) => {
    const [key = '', part] = path.split('.')
    const fields = fieldsOf(person.ref)
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    const isKnown = field && (part === undefined || Object.hasOwn(fieldType(field).parts ?? {}, part))
    if (!isKnown) say(`matching.byFields.${at}.field`, 'field')
  })
  // Two people have the same name more often than one thinks.
  const isOnlyName = byFields.every(({ field }) => isOfName(field, person.fields.name))
  if (byFields.length > 0 && isOnlyName) say('matching.byFields', 'name-alone')
  if (settings.kind === 'oidc' && !settings.scopes.includes('openid')) say('scopes', 'scopes')
  return problems
}

const isOfName = (path: string, name: string) => path.split('.')[0] === name && !path.endsWith('.birthDate')

function sentenceAt(path: string): LocalizedText {
  const named = path.split('.').filter((part) => !/^\d+$/.test(part))
  const found = [named.join('.'), named[0] ?? ''].find((key) => Object.hasOwn(settingSentences, key))
  // One of its own keys, as was just looked at.
  return settingSentences[(found ?? 'other') as keyof typeof settingSentences]
}
