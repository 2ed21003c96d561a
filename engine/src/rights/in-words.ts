// SPDX-License-Identifier: MIT
import { inWords, pathInWords, type WordsScope } from '../condition/in-words.ts'
import { conditionWords } from '../condition/words.ts'
import { modelOf, type Model } from '../solution/model.ts'
import type { Solution } from '../solution/solution.ts'
import { inLocale, type Locale, type LocalizedText } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'
import { type Explanation, grantsGiving, type Missing } from './explain.ts'
import type { Action, Grant, Grantee } from './grant.ts'
import { rightsWords } from './words.ts'

export type RightsScope = {
  readonly solution: Solution
  readonly collection: string
  readonly locale: Locale
  /** All installed collections, when paths of the grants leave the solution. */
  readonly model?: Model
  readonly nameOf?: (id: string) => string | undefined
}

/** Who a grant is for and when: « les personnes qui ont le rôle « Agent », si « État » est « Déposée » ». */
export function grantInWords(grant: Grant, scope: RightsScope): string {
  const who = granteeInWords(grant.who, scope)
  if (!grant.where) return who
  return typeset(rightsWords[scope.locale].where(who, inWords(grant.where, wordsScope(scope))), scope.locale)
}

/**
 * An explanation as one sentence: « Oui : rôle « Agent » depuis le 3 mars 2025, règle 12. » `since`: the day in words
 * from which the ground has been true, when it is known. What an edit waits for follows in a second one.
 */
export function explanationInWords(explanation: Explanation, scope: RightsScope, since?: string): string {
  const words = rightsWords[scope.locale]
  return typeset(
    explanation.may
      ? [
          words.yes(groundText(explanation.because, scope), since, ruleOf(explanation.because)),
          ...approvalText(explanation.because.grant, scope),
        ].join(' ')
      : refusalText(explanation.nearest, scope),
    scope.locale,
  )
}

type Ground = { readonly index: number; readonly grant: Grant }

/** Why somebody sees an entry, without the rest of a sentence: « rôle « Agent », si … ». */
export function groundInWords(ground: Ground, scope: RightsScope): string {
  return typeset(groundText(ground, scope), scope.locale)
}

function groundText({ index, grant: { who } }: Ground, scope: RightsScope): string {
  const words = rightsWords[scope.locale]
  if (index < 0) return words.system
  if (who.kind === 'role') return words.holds(roleTitle(who.role, scope))
  if (who.kind !== 'role-at') return granteeText(who, scope)
  return words.holds(roleTitle(who.role, scope), pathInWords(who.at, wordsScope(scope)))
}

/** Rules are counted from 1, as they stand in the solution; the system needs none. */
function ruleOf({ index }: Ground): number | undefined {
  return index < 0 ? undefined : index + 1
}

function approvalText({ approval }: Grant, { solution, locale }: RightsScope): readonly string[] {
  if (approval === undefined) return []
  const title = solution.circuits?.[approval]?.title
  return [
    rightsWords[locale].approval(conditionWords[locale].quoted(title ? inLocale(title, locale) : approval)),
  ]
}

function refusalText(
  nearest: (Ground & { readonly missing: readonly Missing[] }) | undefined,
  scope: RightsScope,
) {
  const words = rightsWords[scope.locale]
  if (!nearest) return words.never
  const grantee = nearest.missing.find((one) => one.kind === 'grantee')
  const conditions = nearest.missing.flatMap((one) =>
    one.kind === 'condition' ? [inWords(one.condition, wordsScope(scope))] : [],
  )
  const who = grantee && granteeText(grantee.who, scope)
  return words.no(nearest.index + 1, who, conditions.join(conditionWords[scope.locale].and))
}

/** What an explanation says is missing. */
export function missingInWords(missing: Missing, scope: RightsScope): string {
  return missing.kind === 'grantee'
    ? granteeInWords(missing.who, scope)
    : inWords(missing.condition, wordsScope(scope))
}

/** Who may take an action on the entries of a collection: one sentence a grant, with its place in the solution. */
export function whoMay(
  action: Action,
  scope: RightsScope,
): readonly { readonly index: number; readonly grant: Grant; readonly words: string }[] {
  return grantsGiving(scope.solution, scope.collection, action).map(({ index, grant }) => ({
    index,
    grant,
    words: grantInWords(grant, scope),
  }))
}

function granteeInWords(who: Grantee, scope: RightsScope): string {
  return typeset(granteeText(who, scope), scope.locale)
}

function granteeText(who: Grantee, scope: RightsScope): string {
  const { solution, locale } = scope
  const words = rightsWords[locale]
  const titled = (text: LocalizedText | undefined, key: string) =>
    conditionWords[locale].quoted(text ? inLocale(text, locale) : key)
  switch (who.kind) {
    case 'role':
      return words.role(roleTitle(who.role, scope))
    case 'role-at':
      return words.roleAt(roleTitle(who.role, scope), pathInWords(who.at, wordsScope(scope)))
    case 'relation':
      return words.relation(pathInWords(who.path, wordsScope(scope)))
    case 'owner':
      return words.owner
    case 'link':
      return words.link(titled(solution.links?.[who.purpose]?.title, who.purpose))
    case 'signed-in':
      return words.signedIn
    case 'everyone':
      return words.everyone
  }
}

function roleTitle(role: string, { solution, locale }: RightsScope): string {
  const title = solution.roles[role]?.title
  return conditionWords[locale].quoted(title ? inLocale(title, locale) : role)
}

function wordsScope({ solution, collection, locale, model, nameOf }: RightsScope): WordsScope {
  return { model: model ?? modelOf([solution]), collection: `${solution.key}.${collection}`, locale, nameOf }
}

function typeset(text: string, locale: Locale): string {
  return locale === 'fr' ? frenchSpaces(text) : text
}
