// SPDX-License-Identifier: MIT
import { type HelpPage, type HelpPart, inLocale, type Locale, spacesOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { pictureAddress } from './help-pictures.ts'
import { productHelp, productKey } from './product-help.ts'

/** A help page among others, in the reader's language. */
export type HelpTile = {
  readonly solution: string
  readonly key: string
  readonly title: string
  readonly lead: string
  readonly icon?: string
  /** Whether it is written for a role that the reader holds. */
  readonly isMine: boolean
}

export type HelpSection = {
  /** Of its place on the page. */
  readonly anchor: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly picture?: {
    readonly address: string
    readonly shows: string
    readonly shape: 'screen' | 'telephone'
  }
}

export type HelpSheet = HelpTile & { readonly sections: readonly HelpSection[] }

/**
 * The help pages of every installed solution: those written for a role of the reader first, then in the order the
 * solutions give. Those of the product follow, for the spaces that the reader enters. Public: how a body works is no
 * secret.
 */
export async function listHelp(context: Context): Promise<HelpTile[]> {
  const { solutions } = await definitionsOf(context)
  const installed = [...solutions.values()].map(({ solution }) => solution)
  const pages = installed.flatMap(({ key: solution, help = {} }) =>
    Object.entries(help).map(([key, page]) => ({ solution, key, page })),
  )
  const spaces = spacesOf(installed, context.actor)
  const product = Object.entries(productHelp).filter(
    ([, { space }]) => space === 'portal' || spaces.has(space),
  )
  return [
    ...pages
      .toSorted((a, b) => (a.page.order ?? Infinity) - (b.page.order ?? Infinity) || 0)
      .map(({ solution, key, page }) => tileOf(context, { solution, key, page }))
      .toSorted((a, b) => Number(b.isMine) - Number(a.isMine)),
    ...product.map(([key, page]) => tileOf(context, { solution: productKey, key, page })),
  ]
}

/** @throws Problem `not-found` */
export async function helpPageOf(
  context: Context,
  address: { solution: string; page: string },
): Promise<HelpSheet> {
  const { solutions } = await definitionsOf(context)
  const { solution, page: key } = address
  const pages: Readonly<Record<string, HelpPage>> =
    solution === productKey ? productHelp : (solutions.get(solution)?.solution.help ?? {})
  const page = Object.hasOwn(pages, key) ? pages[key] : undefined
  if (!page) throw problem('not-found')
  return {
    ...tileOf(context, { solution, key, page }),
    sections: page.sections.map((section, at) => sectionOf(context, solution, section, at)),
  }
}

/** Where a help page is read. */
export function pageAddress(solution: string, page: string): string {
  return `/aide/${solution}/${page}`
}

/** The part of the address that leads to a section of its page. */
export function sectionAnchor(at: number): string {
  return `etape-${at + 1}`
}

export function paragraphsOf(body: string): string[] {
  return body.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
}

export function holdsRole({ actor }: Context, solution: string, role: string): boolean {
  return actor.kind === 'person' && actor.roles.some((held) => held.role === `${solution}.${role}`)
}

function tileOf(
  context: Context,
  { solution, key, page }: { solution: string; key: string; page: HelpPage },
): HelpTile {
  const { locale } = context.actor
  return {
    solution,
    key,
    title: inLocale(page.title, locale),
    lead: inLocale(page.lead, locale),
    ...(page.icon !== undefined && { icon: page.icon }),
    isMine: (page.roles ?? []).some((role) => holdsRole(context, solution, role)),
  }
}

function sectionOf(
  context: Context,
  solution: string,
  { title, body, picture }: HelpPart,
  at: number,
): HelpSection {
  const { locale } = context.actor
  return {
    anchor: sectionAnchor(at),
    title: inLocale(title, locale),
    paragraphs: paragraphsOf(inLocale(body, locale)),
    ...(picture && pictureOf(context, solution, picture, locale)),
  }
}

/** Nothing for a picture that was not shipped: a solution may come from elsewhere without its pictures. */
function pictureOf(
  { pictures }: Context,
  solution: string,
  { name, shows, shape }: NonNullable<HelpPart['picture']>,
  locale: Locale,
): Pick<HelpSection, 'picture'> {
  if (!pictures?.has(`${solution}/${name}`)) return {}
  return { picture: { address: pictureAddress(solution, name), shows: inLocale(shows, locale), shape } }
}
