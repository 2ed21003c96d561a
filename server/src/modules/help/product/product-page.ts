// SPDX-License-Identifier: MIT
import type { HelpPage, HelpPart, Screen, Space } from '@guichet/engine'

/** A help page of the product itself: of what is the same whatever is installed. */
export type ProductPage = Omit<HelpPage, 'roles' | 'sections'> & {
  /** Listed for whoever enters it; read by everybody. */
  readonly space: Space
  readonly sections: readonly (HelpPart & { readonly screens: readonly Screen[] })[]
}
