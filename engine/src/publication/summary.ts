// SPDX-License-Identifier: MIT
import type { Solution } from '../solution/solution.ts'
import type { LocalizedText } from '../text/localized.ts'

/** The parts of a solution that the summary of a publication tells apart. */
export const summaryParts = [
  'collection',
  'field',
  'lifecycle',
  'form',
  'procedure',
  'role',
  'link',
  'grant',
  'view',
  'mail',
  'text',
  'flow',
] as const
export type SummaryPart = (typeof summaryParts)[number]

/**
 * One line of what the administrator reads before publishing. `hidden` rather than removed: what is stored stays.
 * A grant is shown under its place among the grants of its collection.
 */
export type SummaryLine = {
  readonly change: 'added' | 'hidden' | 'changed'
  readonly part: SummaryPart
  readonly path: string
  readonly title?: LocalizedText
}

type Titled = { readonly title?: LocalizedText | undefined; readonly label?: LocalizedText | undefined }
type Named = Readonly<Record<string, unknown>>

/** What changes between two versions of a solution, in the order of its parts. */
export function summarise(before: Solution | undefined, after: Solution): readonly SummaryLine[] {
  return [
    ...compare(
      'collection',
      'collections',
      withoutParts(before?.collections),
      withoutParts(after.collections),
    ),
    ...collectionParts(before, after),
    ...extensionParts(before, after),
    ...compare('form', 'forms', before?.forms, after.forms),
    ...compare('procedure', 'procedures', before?.procedures, after.procedures),
    ...compare('role', 'roles', before?.roles, after.roles),
    ...compare('link', 'links', before?.links, after.links),
    ...grantLines(before, after),
    ...compare('view', 'views', before?.views, after.views),
    ...compare('mail', 'mails', before?.mails, after.mails),
    ...compare('text', 'texts', before?.texts, after.texts),
    ...compare('flow', 'flows', before?.flows, after.flows),
  ]
}

/** A collection without what has lines of its own. */
function withoutParts(collections: Solution['collections'] | undefined): Named {
  return Object.fromEntries(
    Object.entries(collections ?? {}).map(([key, { fields: _fields, lifecycle: _lifecycle, ...rest }]) => [
      key,
      rest,
    ]),
  )
}

function collectionParts(before: Solution | undefined, after: Solution): SummaryLine[] {
  return Object.entries(after.collections).flatMap(([key, collection]) => {
    const former = before?.collections[key]
    const place = `collections.${key}`
    return [
      ...compare('field', `${place}.fields`, former?.fields, collection.fields),
      ...compare(
        'lifecycle',
        place,
        former?.lifecycle && { lifecycle: former.lifecycle },
        collection.lifecycle && { lifecycle: collection.lifecycle },
      ),
    ]
  })
}

/** Fields and grants added to collections of others. */
function extensionParts(before: Solution | undefined, after: Solution): SummaryLine[] {
  const refs = new Set([...Object.keys(after.extends ?? {}), ...Object.keys(before?.extends ?? {})])
  return [...refs].flatMap((ref) => {
    const [former, present] = [before?.extends?.[ref], after.extends?.[ref]]
    return [
      ...compare('field', `extends.${ref}.fields`, former?.fields, present?.fields),
      ...grantLines({ grants: former?.grants }, { grants: present?.grants }, `extends.${ref}.`),
    ]
  })
}

type Granting = { readonly grants?: readonly unknown[] | undefined }

/** Grants have no key: those found on one side only were given or taken away. */
function grantLines(before: Granting | undefined, after: Granting, place = ''): SummaryLine[] {
  const formerOnes = new Set((before?.grants ?? []).map(written))
  const newOnes = new Set((after.grants ?? []).map(written))
  return [
    ...(after.grants ?? []).flatMap((grant, index): SummaryLine[] =>
      formerOnes.has(written(grant))
        ? []
        : [{ change: 'added', part: 'grant', path: `${place}grants[${index}]` }],
    ),
    ...(before?.grants ?? []).flatMap((grant, index): SummaryLine[] =>
      newOnes.has(written(grant))
        ? []
        : [{ change: 'hidden', part: 'grant', path: `${place}grants[${index}]` }],
    ),
  ]
}

function compare(
  part: SummaryPart,
  place: string,
  before: Named | undefined,
  after: Named | undefined,
): SummaryLine[] {
  const lines: SummaryLine[] = []
  const line = (change: SummaryLine['change'], key: string, value: unknown) => {
    const { title, label } = value as Titled
    const shown = title ?? label
    lines.push({ change, part, path: `${place}.${key}`, ...(shown && { title: shown }) })
  }
  for (const [key, value] of Object.entries(after ?? {})) {
    if (before === undefined || !Object.hasOwn(before, key)) line('added', key, value)
    else if (written(before[key]) !== written(value)) line('changed', key, value)
  }
  for (const [key, value] of Object.entries(before ?? {})) {
    if (after === undefined || !Object.hasOwn(after, key)) line('hidden', key, value)
  }
  return lines
}

/** One writing for equal values, whatever the order of their keys. */
export function written(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
