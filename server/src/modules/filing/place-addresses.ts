// SPDX-License-Identifier: MIT
import { type Field, fieldType, type FormPage, type FormValues } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { type FoundAddress, placeAddress } from '../addresses/index.ts'
import { fieldAt } from './field-at.ts'
import type { OpenDraft } from './open-draft.ts'
import type { FoundProblem } from './problem-view.ts'

/** Addresses to choose among, by the path of their question. */
export type AddressChoices = Readonly<Record<string, readonly FoundAddress[]>>

export type PlacedAddresses = {
  readonly values: FormValues
  readonly choices: AddressChoices
  readonly problems: readonly FoundProblem[]
}

/** What the form says of a choice: an address as JSON, or `keep` for the line as it was typed. */
const choiceName = (path: string) => `${path}._choice`
/** The line for which the choice was offered: one that was changed since is looked for anew. */
const askedName = (path: string) => `${path}._asked`

/**
 * The form with the addresses that its typed lines mean, for those who send it without the list that opens while they
 * type. One address word for word is taken; among several the person chooses, or keeps what they wrote.
 */
export async function placeAddresses(
  context: Context,
  open: OpenDraft,
  page: FormPage,
  form: FormValues,
): Promise<PlacedAddresses> {
  let values = form
  const choices: Record<string, readonly FoundAddress[]> = {}
  for (const { path, field, line } of typedLines(open, form)) {
    const chosen = chosenAddress(field, path, line, form)
    if (chosen === 'keep' || isKnown(open, page, path, line)) continue
    if (chosen) {
      values = withAddress(values, path, field, chosen)
      continue
    }
    const placed = await placeAddress(context, line)
    if (placed.kind === 'found') values = withAddress(values, path, field, placed.address)
    if (placed.kind === 'several') choices[path] = placed.proposed
  }
  const problems = Object.keys(choices).map((path): FoundProblem => ({
    path,
    page: page.key,
    problem: { code: 'address_choice' },
  }))
  return { values, choices, problems }
}

type TypedLine = { readonly path: string; readonly field: Field; readonly line: string }

/** The addresses of a form of which nothing is known but their line. */
function typedLines({ scope }: OpenDraft, form: FormValues): TypedLine[] {
  return Object.entries(form).flatMap(([name, [typed = '']]) => {
    const path = name.endsWith('.label') ? name.slice(0, -'.label'.length) : undefined
    const field = path === undefined ? undefined : fieldAt(scope.collection, path)
    if (path === undefined || field?.type !== 'address' || typed.trim() === '') return []
    const isPlaced = (['citycode', 'postcode', 'city', 'lon'] as const).some(
      (part) => (form[`${path}.${part}`]?.[0] ?? '').trim() !== '',
    )
    return isPlaced ? [] : [{ path, field, line: typed.trim() }]
  })
}

function chosenAddress(field: Field, path: string, line: string, form: FormValues) {
  const choice = form[choiceName(path)]?.[0]
  if (choice === undefined || form[askedName(path)]?.[0]?.trim() !== line) return undefined
  if (choice === 'keep') return field.type === 'address' && field.strict ? undefined : choice
  const checked = fieldType(field).check(parsed(choice), field)
  return checked.ok ? checked.value : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether the line was accepted as it is, on a page that the applicant went on from: nobody is asked twice. */
function isKnown({ draft }: OpenDraft, page: FormPage, path: string, line: string): boolean {
  if (!draft.donePages.includes(page.key)) return false
  const known: unknown = path
    .split('.')
    .reduce<unknown>(
      (value, step) =>
        value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[step] : undefined,
      draft.answers,
    )
  return known !== null && typeof known === 'object' && 'label' in known && known.label === line
}

/** Whether a form holds a line that has still to be placed, once the applicant goes on. */
export function hasUnplaced(open: OpenDraft, page: FormPage, form: FormValues): boolean {
  return typedLines(open, form).some(({ path, line }) => !isKnown(open, page, path, line))
}

/** What is decided of a page, without what is said of the addresses that are to be chosen. */
export function besidesChoices<P extends { readonly path: string }>(
  problems: readonly P[],
  choices: AddressChoices,
): P[] {
  return problems.filter(({ path }) => !Object.hasOwn(choices, path))
}

function withAddress(values: FormValues, path: string, field: Field, address: unknown): FormValues {
  const others = Object.entries(values).filter(([name]) => !name.startsWith(`${path}.`))
  return { ...Object.fromEntries(others), ...fieldType(field).write(address, path, field) }
}
