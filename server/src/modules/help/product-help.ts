// SPDX-License-Identifier: MIT
import { helpPage, type HelpPage, type Space } from '@guichet/engine'
import { deskHelp } from './product/desk.ts'
import { portalHelp } from './product/portal.ts'
import type { ProductPage } from './product/product-page.ts'
import { studioHelp } from './product/studio.ts'

/** Stands where the key of a solution does in the address of a help page of the product. */
export const productKey = 'guichet'

/** The help pages of the product itself. */
export const productHelp: Readonly<Record<string, HelpPage & { readonly space: Space }>> = {
  portail: parsed(portalHelp),
  bureau: parsed(deskHelp),
  reglages: parsed(studioHelp),
}

/** Read as those of solutions are: French spaces are made. */
function parsed({ space, ...page }: ProductPage): HelpPage & { readonly space: Space } {
  return { ...helpPage.parse(page), space }
}
