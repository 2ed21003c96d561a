// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { key } from '../text/key.ts'
import { localizedText, inLocale, type Locale, type LocalizedText } from '../text/localized.ts'
import type { DefinitionProblem } from './definition-messages.ts'
import { isEmpty, missingProblem } from './empty.ts'
import {
  fieldBase,
  type Checked,
  type FieldOptions,
  type FieldType,
  type FormValues,
  type Moment,
} from './field-type.ts'
import { isRecord, member } from './form-access.ts'
import { parseJsonCell } from './json-cell.ts'
import { presence } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { isBlank } from './plain-text.ts'
import type { FieldProblem, PlacedProblem } from './problem.ts'
import { colon, semicolon, titles } from './titles.ts'

/** Items allowed when the field sets no limit. */
const usualMaxItems = 50
const hardMaxItems = 200

const settings = {
  type: z.literal('group'),
  ...fieldBase,
  minItems: z.int().min(1).max(hardMaxItems).optional(),
  maxItems: z.int().min(1).max(hardMaxItems).optional(),
  /** What one item is called, above its fields and on the button that adds one. */
  itemLabel: localizedText,
}

export type GroupSettings = z.infer<z.ZodObject<typeof settings>>

/** One item: the values of its members that are not empty, by key. */
export type GroupItem = Readonly<Record<string, unknown>>

type MemberField = {
  readonly type: string
  readonly label: LocalizedText
  readonly required?: boolean | undefined
}
type GroupOf<Member> = GroupSettings & { fields: Record<string, Member> }
type TypeOf<Member> = (member: Member) => FieldType<Member, unknown>

/**
 * The type of repeatable groups, given the schema of their members and the types of those: it is made by the registry,
 * which knows every type, groups included.
 *
 * Inputs are named `name.0.member`. Items left entirely empty are dropped; problems keep the number of the item as it
 * was sent, since that is the one on the screen.
 */
export function groupOf<Member extends MemberField>(memberSchema: z.ZodType<Member>, typeOf: TypeOf<Member>) {
  const schema = z
    .strictObject({ ...settings, fields: z.record(key, memberSchema) })
    .refine((field) => Object.keys(field.fields).length > 0, {
      message: 'no_member' satisfies DefinitionProblem,
      path: ['fields'],
    })
    .refine(hasNoComputedMember, { message: 'computed_member' satisfies DefinitionProblem, path: ['fields'] })
    .refine(
      (field) => (field.minItems ?? 1) <= (field.maxItems ?? usualMaxItems),
      'min_above_max' satisfies DefinitionProblem,
    )

  return {
    key: 'group',
    title: titles.group,
    schema,
    column: () => ({ sql: 'jsonb' }),
    comparable: () => undefined,
    operators: () => presence,
    read: (form, name, field) => readItems(form, name, field, typeOf),
    write: (value, name, field, options) => writeItems(value ?? [], name, field, typeOf, options),
    check: (candidate, field, options) =>
      checkItems(candidate, field, options?.membersRequired ?? false, (memberField, value) =>
        typeOf(memberField).check(value, memberField, options),
      ),
    checkAt: (value, field, moment) =>
      checkItems(value, field, false, (memberField, given) =>
        checkMemberAt(given, memberField, typeOf, moment),
      ),
    display: (value, field, locale, options) =>
      value.map((item) => itemInWords(item, field, typeOf, locale, options)).join(semicolon[locale]),
    toCell: (value) => (value === null ? '' : JSON.stringify(value)),
    fromCell: (cell) => parseJsonCell(cell),
    searchText: (value, field) => value.map((item) => itemSearchText(item, field, typeOf)).join(' '),
  } satisfies FieldType<GroupOf<Member>, GroupItem[]>
}

function readItems<M>(form: FormValues, name: string, field: GroupOf<M>, typeOf: TypeOf<M>): unknown {
  const items: Record<string, unknown>[] = []
  for (const index of itemIndexes(form, name)) {
    const item: Record<string, unknown> = {}
    for (const [memberKey, memberField] of Object.entries(field.fields)) {
      const value = typeOf(memberField).read(form, `${name}.${index}.${memberKey}`, memberField)
      if (value !== null) item[memberKey] = value
    }
    items[index] = item
  }
  const isFilled = items.some((item) => Object.keys(item).length > 0)
  return isFilled ? Array.from(items, (item) => item ?? null) : null
}

/** Numbers of the items sent, smallest first. The bound keeps a forged number from making an endless list. */
function itemIndexes(form: FormValues, name: string): number[] {
  const indexes = new Set<number>()
  for (const sent of Object.keys(form)) {
    if (!sent.startsWith(`${name}.`)) continue
    const index = /^(0|[1-9]\d{0,3})\./.exec(sent.slice(name.length + 1))?.[1]
    if (index !== undefined) indexes.add(Number(index))
  }
  return [...indexes].sort((a, b) => a - b).filter((index) => index < 2 * hardMaxItems)
}

function writeItems<M>(
  items: readonly GroupItem[],
  name: string,
  field: GroupOf<M>,
  typeOf: TypeOf<M>,
  options: FieldOptions | undefined,
): FormValues {
  const forms = items.flatMap((item, index) =>
    Object.entries(field.fields).map(([memberKey, memberField]) =>
      typeOf(memberField).write(
        member(item, memberKey) ?? null,
        `${name}.${index}.${memberKey}`,
        memberField,
        options,
      ),
    ),
  )
  return Object.assign({}, ...forms) as FormValues // a merge of form values is one
}

type CheckMember<M> = (field: M, candidate: unknown) => Checked<unknown>

function checkItems<M extends MemberField>(
  candidate: unknown,
  field: GroupOf<M>,
  membersRequired: boolean,
  checkMember: CheckMember<M>,
): Checked<GroupItem[]> {
  if (isBlank(candidate)) return nothing
  if (!Array.isArray(candidate) || candidate.length > 2 * hardMaxItems) return refused({ code: 'group' })
  const items: GroupItem[] = []
  const problems: PlacedProblem[] = []
  for (const [index, given] of candidate.entries()) {
    if (isBlank(given)) continue
    if (!isRecord(given)) return refused({ code: 'group' }, String(index))
    const found = checkItem(given, field, checkMember)
    const isGiven = Object.keys(found.item).length > 0 || found.problems.length > 0
    if (isGiven && membersRequired) found.problems.push(...missingMembers(found, field))
    problems.push(...found.problems.map(({ problem, at }) => ({ problem, at: `${index}.${at}` })))
    if (isGiven) items.push(found.item)
  }
  const [first, ...others] = problems
  return first ? { ok: false, problems: [first, ...others] } : counted(items, field)
}

type FoundItem = { readonly item: GroupItem; readonly problems: { problem: FieldProblem; at: string }[] }

/** The right values of one item and what is wrong in it. */
function checkItem<M>(
  given: Readonly<Record<string, unknown>>,
  field: GroupOf<M>,
  checkMember: CheckMember<M>,
): FoundItem {
  const item: Record<string, unknown> = {}
  const problems: FoundItem['problems'] = []
  for (const [memberKey, memberField] of Object.entries(field.fields)) {
    const checked = checkMember(memberField, member(given, memberKey))
    if (!checked.ok) {
      problems.push(
        ...checked.problems.map(({ problem, at }) => ({
          problem,
          at: at ? `${memberKey}.${at}` : memberKey,
        })),
      )
    } else if (!isEmpty(checked.value)) item[memberKey] = checked.value
  }
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(field.fields, name))
  problems.push(...unknown.map((at) => ({ problem: { code: 'unknown_field' } as const, at })))
  return { item, problems }
}

/** Required members with neither a value nor a problem already said. */
function missingMembers<M extends MemberField>(
  { item, problems }: FoundItem,
  field: GroupOf<M>,
): FoundItem['problems'] {
  const said = new Set([...Object.keys(item), ...problems.map(({ at }) => at.split('.')[0])])
  return Object.entries(field.fields)
    .filter(([memberKey, memberField]) => memberField.required && !said.has(memberKey))
    .map(([memberKey, memberField]) => ({ problem: missingProblem(memberField), at: memberKey }))
}

/** A computed value is stored in a column of its own, which an item has not. */
function hasNoComputedMember(field: { readonly fields: Readonly<Record<string, MemberField>> }): boolean {
  return !Object.values(field.fields).some(({ type }) => type === 'computed')
}

function counted<M>(items: GroupItem[], field: GroupOf<M>): Checked<GroupItem[]> {
  const max = field.maxItems ?? usualMaxItems
  if (items.length === 0) return nothing
  if (items.length > max) return refused({ code: 'max_items', params: { max } })
  if (items.length < (field.minItems ?? 1))
    return refused({ code: 'min_items', params: { min: field.minItems ?? 1 } })
  return accepted(items)
}

function checkMemberAt<M>(value: unknown, field: M, typeOf: TypeOf<M>, moment: Moment): Checked<unknown> {
  const { checkAt } = typeOf(field)
  return isEmpty(value) || !checkAt ? accepted(value ?? null) : checkAt(value, field, moment)
}

function itemInWords<M extends MemberField>(
  item: GroupItem,
  field: GroupOf<M>,
  typeOf: TypeOf<M>,
  locale: Locale,
  options: FieldOptions | undefined,
): string {
  const filled = Object.entries(field.fields).filter(([memberKey]) => !isEmpty(member(item, memberKey)))
  return filled
    .map(([memberKey, memberField]) => {
      const shown = typeOf(memberField).display(member(item, memberKey), memberField, locale, options)
      return `${inLocale(memberField.label, locale)}${colon[locale]}${shown}`
    })
    .join(', ')
}

function itemSearchText<M>(item: GroupItem, field: GroupOf<M>, typeOf: TypeOf<M>): string {
  const texts = Object.entries(field.fields).map(([memberKey, memberField]) => {
    const value = member(item, memberKey)
    return isEmpty(value) ? '' : (typeOf(memberField).searchText?.(value, memberField) ?? '')
  })
  return texts.filter(Boolean).join(' ')
}
