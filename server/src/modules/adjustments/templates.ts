// SPDX-License-Identifier: MIT
import {
  type Adjustments,
  type AdjustmentProblem,
  allSteps,
  checkAdjustments,
  type Collection,
  type CollectionRef,
  collectionsSending,
  type Flow,
  type LocalizedText,
  type Recipient,
  resolveRelation,
  type Solution,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { currentAdjustments, definitionsOf, type Release, requireStudio } from '../definitions/index.ts'

/** A mail, or a text message. */
export type TemplateKind = 'mails' | 'texts'
export type TemplateName = { readonly solution: string; readonly kind: TemplateKind; readonly key: string }

/** To whom a flow writes, as far as words can tell: a role's or a field's own name. */
export type WrittenTo =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'role' | 'path'; readonly label: LocalizedText }
  | { readonly kind: 'email'; readonly email: string }

/** A message that flows send, with the moments at which they do. */
export type TemplateSummary = TemplateName & {
  readonly title: LocalizedText
  readonly sent: readonly { readonly flow: LocalizedText; readonly to: WrittenTo }[]
  /** Whether the body has words of its own in it. */
  readonly adjusted: boolean
  /** The original has changed since, or a tag cannot be merged any more. */
  readonly toLookAt: boolean
}

export type TemplatePart = 'subject' | 'body' | 'button' | 'text'

/** What a tag may name: `entry.subject`, with the label of its field when it is one. */
export type MergeableName = { readonly name: string; readonly label: LocalizedText | null }

export type TemplateView = TemplateSummary & {
  /** Of the adjustments of the solution: to give back when the words are changed. */
  readonly version: number
  readonly parts: readonly {
    readonly part: TemplatePart
    /** What is sent, and what the solution says. */
    readonly text: LocalizedText
    readonly original: LocalizedText
    readonly adjusted: boolean
  }[]
  readonly mergeable: readonly MergeableName[]
  readonly problems: readonly AdjustmentProblem[]
}

/**
 * The messages of every installed solution, in the order of their definitions.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function listTemplates(context: Context): Promise<TemplateSummary[]> {
  await requireStudio(context)
  const definitions = await definitionsOf(context)
  const adjustments = await currentAdjustments(context.db)
  return [...definitions.solutions.values()].flatMap((release) => {
    const own = adjustments.get(release.published.key)?.adjustments ?? {}
    const problems = checkAdjustments(release.published, own)
    return (['mails', 'texts'] as const).flatMap((kind) =>
      Object.keys(release.published[kind] ?? {}).map((key) =>
        summaryOf({ release, kind, key, own, problems }),
      ),
    )
  })
}

/**
 * One message with its words, those of the solution, and the names that its tags may use.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`
 */
export async function viewTemplate(context: Context, name: TemplateName): Promise<TemplateView> {
  await requireStudio(context)
  const { release, template } = await templateNamed(context, name)
  const row = (await currentAdjustments(context.db)).get(name.solution)
  const own = row?.adjustments ?? {}
  const { kind, key } = name
  const place = `${kind}.${key}`
  const problems = checkAdjustments(release.published, own).filter(
    ({ path }) => path === place || path.startsWith(`${place}.`),
  )
  const adjusted = adjustedParts(own, name)
  return {
    ...summaryOf({ release, kind, key, own, problems }),
    version: row?.version ?? 0,
    parts: partsOf(template).map(([part, original]) => ({
      part,
      original,
      text: adjusted[part]?.text ?? original,
      adjusted: adjusted[part] !== undefined,
    })),
    mergeable: mergeableNames([...(collectionsSending(release.published, kind).get(key)?.values() ?? [])]),
    problems,
  }
}

/** A template as it was published. @throws Problem `not-found` */
export async function templateNamed(context: Context, { solution, kind, key }: TemplateName) {
  const release = (await definitionsOf(context)).solutions.get(solution)
  const templates: Readonly<Record<string, object>> = release?.published[kind] ?? {}
  const template = Object.hasOwn(templates, key) ? templates[key] : undefined
  if (!release || !template) throw problem('not-found')
  return { release, template: template as TemplateTexts }
}

/** The texts of a mail or of a text message. */
export type TemplateTexts = Readonly<Partial<Record<TemplatePart, LocalizedText>>> & {
  readonly title: LocalizedText
}

export function partsOf(template: TemplateTexts): [TemplatePart, LocalizedText][] {
  return (['subject', 'body', 'button', 'text'] as const).flatMap((part): [TemplatePart, LocalizedText][] => {
    const text = template[part]
    return text ? [[part, text]] : []
  })
}

/** The body's own words in a template. */
export function adjustedParts(own: Adjustments, { kind, key }: Pick<TemplateName, 'kind' | 'key'>) {
  const all: Readonly<Record<string, object>> = own[kind] ?? {}
  const found = Object.hasOwn(all, key) ? all[key] : undefined
  // Each part of an adjusted message is an adjusted text: the schema says so.
  return (found ?? {}) as Partial<Record<TemplatePart, { text: LocalizedText; original: LocalizedText }>>
}

function summaryOf(of: {
  readonly release: Release
  readonly kind: TemplateKind
  readonly key: string
  readonly own: Adjustments
  readonly problems: readonly AdjustmentProblem[]
}): TemplateSummary {
  const { release, kind, key, own, problems } = of
  const solution = release.published
  return {
    solution: solution.key,
    kind,
    key,
    // It is one of its keys.
    title: solution[kind]?.[key]?.title ?? { fr: key, en: key },
    sent: sendersOf(solution, kind, key),
    adjusted: Object.keys(adjustedParts(own, { kind, key })).length > 0,
    toLookAt: problems.some(({ path }) => path.startsWith(`${kind}.${key}.`)),
  }
}

function sendersOf(solution: Solution, kind: TemplateKind, key: string): TemplateSummary['sent'] {
  return Object.values(solution.flows ?? {}).flatMap((flow) =>
    allSteps(flow.steps).flatMap((step) =>
      step.kind === 'notify' && (kind === 'mails' ? step.mail : step.text) === key
        ? [{ flow: flow.title, to: writtenTo(solution, flow, step.to) }]
        : [],
    ),
  )
}

function writtenTo(solution: Solution, flow: Flow, to: Recipient): WrittenTo {
  switch (to.kind) {
    case 'applicant':
      return { kind: 'applicant' }
    case 'email':
      return { kind: 'email', email: to.email }
    case 'role':
      return { kind: 'role', label: solution.roles[to.role]?.title ?? { fr: to.role, en: to.role } }
    case 'path': {
      const ref: CollectionRef = `${solution.key}.${flow.on.collection}`
      const collections = new Map(
        Object.entries(solution.collections).map(([name, one]): [CollectionRef, Collection] => [
          `${solution.key}.${name}`,
          one,
        ]),
      )
      const relation = resolveRelation({ collections }, ref, to.path)
      const field = relation.ok ? relation.plan.hops[0]?.field : to.path.split('.')[0]
      const label = field === undefined ? undefined : collections.get(ref)?.fields[field]?.label
      return { kind: 'path', label: label ?? { fr: to.path, en: to.path } }
    }
  }
}

/** Names that are in all the collections whose flows send the message. */
function mergeableNames(collections: readonly Collection[]): MergeableName[] {
  const [first, ...others] = collections
  const fields = Object.entries(first?.fields ?? {})
    .filter(([key]) => others.every((other) => key in other.fields))
    .filter(([, field]) => field.type !== 'information')
    .map(([key, { label }]): MergeableName => ({ name: `entry.${key}`, label }))
  const named = (name: string): MergeableName => ({ name, label: null })
  return [
    ...['recipient.name', 'sender.name', 'reason', 'message', 'link.url', 'link.expiresOn'].map(named),
    ...['asked.label', 'asked.word', 'askedCount'].map(named),
    ...['entry.number', 'entry.title', 'entry.state', 'entry.createdAt', 'entry.closedAt'].map(named),
    ...fields,
    ...['body.name', 'body.phone', 'body.email', 'body.address', 'body.hours'].map(named),
  ]
}
