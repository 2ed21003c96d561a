// SPDX-License-Identifier: MIT
import { type HelpPage, inLocale, type Screen } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'
import { holdsRole, pageAddress, paragraphsOf, sectionAnchor } from './help-pages.ts'
import { productHelp, productKey } from './product-help.ts'

/** A section of a help page as it stands beside a screen, in the reader's language. */
export type HelpBeside = {
  readonly screens: readonly Screen[]
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Where it is on its whole page, with its picture. */
  readonly address: string
  readonly pageTitle: string
}

/**
 * What helps beside these screens: what the solutions say to the roles of the reader, then what they say to everybody,
 * then what the product says. Pages written for other roles are left out, they would promise what the reader may not do.
 */
export async function helpBeside(
  context: Context,
  asked: { readonly screens: readonly Screen[] },
): Promise<HelpBeside[]> {
  if (asked.screens.length === 0) return []
  const { solutions } = await definitionsOf(context)
  const pages = [...solutions.values()].flatMap(({ solution }) =>
    Object.entries(solution.help ?? {})
      .filter(([, { roles }]) =>
        (roles ?? ['']).some((role) => role === '' || holdsRole(context, solution.key, role)),
      )
      .map(([key, page]) => ({ page, address: pageAddress(solution.key, key) })),
  )
  const forRoles = pages.filter(({ page }) => page.roles !== undefined)
  const forAll = pages.filter(({ page }) => page.roles === undefined)
  const product = Object.entries(productHelp).map(([key, page]) => ({
    page,
    address: pageAddress(productKey, key),
  }))
  return [...forRoles, ...forAll, ...product].flatMap(({ page, address }) =>
    sectionsBeside(context, page, address, asked.screens),
  )
}

function sectionsBeside(
  { actor: { locale } }: Context,
  page: Pick<HelpPage, 'title' | 'sections'>,
  address: string,
  asked: readonly Screen[],
): HelpBeside[] {
  return page.sections.flatMap(({ title, body, screens = [] }, at) => {
    const beside = asked.filter((screen) => screens.includes(screen))
    if (beside.length === 0) return []
    return [
      {
        screens: beside,
        title: inLocale(title, locale),
        paragraphs: paragraphsOf(inLocale(body, locale)),
        address: `${address}#${sectionAnchor(at)}`,
        pageTitle: inLocale(page.title, locale),
      },
    ]
  })
}
