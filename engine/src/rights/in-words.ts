// SPDX-License-Identifier: MIT
import { inWords, pathInWords, type WordsScope } from '../condition/in-words.ts'
import { conditionWords } from '../condition/words.ts'
import { modelOf, type Model } from '../solution/model.ts'
import type { Solution } from '../solution/solution.ts'
import { inLocale, type Locale, type LocalizedText } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'
import { grantsGiving, type Missing } from './explain.ts'
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
      return words.role(titled(solution.roles[who.role]?.title, who.role))
    case 'role-at':
      return words.roleAt(
        titled(solution.roles[who.role]?.title, who.role),
        pathInWords(who.at, wordsScope(scope)),
      )
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

function wordsScope({ solution, collection, locale, model, nameOf }: RightsScope): WordsScope {
  return { model: model ?? modelOf([solution]), collection: `${solution.key}.${collection}`, locale, nameOf }
}

function typeset(text: string, locale: Locale): string {
  return locale === 'fr' ? frenchSpaces(text) : text
}
