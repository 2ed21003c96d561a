// SPDX-License-Identifier: MIT
import { asHandled, type Collection, fieldType, inLocale, type WidgetOf } from '@guichet/engine'
import { referredTitles, type StateView, stateView } from '../entries/index.ts'
import type { BreakdownRow, BreakdownView } from './dashboard-view.ts'
import { figureOf } from './list-link.ts'
import { type Counted, definitionOf, namesOf, wholeFigure, type WidgetScope } from './widget-scope.ts'

/**
 * A table of numbers by state, choice, referred entry, yes or no. Choices and states stand in their own order, referred
 * entries by how many they have; what says nothing comes last.
 */
export async function breakdownView(
  scope: WidgetScope,
  widget: WidgetOf<'breakdown'>,
  counted: readonly Counted[],
): Promise<BreakdownView> {
  const { locale } = scope.context.actor
  const definition = definitionOf(scope, counted[0])
  const present = new Set(counted.flatMap(({ cells }) => [...cells.keys()]))
  const labels = definition ? await labelsOf(scope, definition, widget, counted, present) : []
  const by = definition?.fields[widget.by]
  return {
    ...namesOf(scope, widget),
    kind: 'breakdown',
    by: by ? inLocale(asHandled(by).label, locale) : null,
    columns: widget.columns.map(({ title, tone }) => ({
      title: inLocale(title, locale),
      tone: tone ?? null,
    })),
    rows: labels.map(({ key, label, state }): BreakdownRow => ({
      label,
      state,
      figures: counted.map(({ count, cells }) => figureOf(scope, count, { count: cells.get(key) ?? 0 }, key)),
    })),
    total: counted.map((one) => wholeFigure(scope, one)),
  }
}

type Label = { readonly key: string; readonly label: string | null; readonly state: StateView | null }

async function labelsOf(
  scope: WidgetScope,
  definition: Collection,
  { by, none }: WidgetOf<'breakdown'>,
  counted: readonly Counted[],
  present: ReadonlySet<string>,
): Promise<Label[]> {
  const { locale } = scope.context.actor
  if (by === 'state') {
    return Object.keys(definition.lifecycle?.states ?? {})
      .filter((key) => present.has(key))
      .map((key) => {
        const state = stateView(definition, key, locale)
        return { key, label: state?.label ?? key, state }
      })
  }
  const keys = [...present].filter((key) => key !== '')
  const labelled = await wordsOf(scope, definition, by, { counted, keys })
  const unsaid = present.has('')
    ? [{ key: '', label: none ? inLocale(none, locale) : null, state: null }]
    : []
  return [...labelled.map(({ key, label }) => ({ key, label, state: null })), ...unsaid]
}

async function wordsOf(
  { context }: WidgetScope,
  definition: Collection,
  by: string,
  { counted, keys }: { counted: readonly Counted[]; keys: readonly string[] },
): Promise<{ key: string; label: string | null }[]> {
  const field = definition.fields[by]
  const collection = counted[0]?.count.collection
  if (!field || !collection) return []
  if (field.type === 'reference') {
    const rows = keys.map((id) => ({ [by]: id }))
    const titles = await referredTitles(context, collection, definition, rows)
    const most = (key: string) => counted[0]?.cells.get(key) ?? 0
    return keys
      .map((key) => ({ key, label: titles.get(key) ?? null }))
      .toSorted(
        (one, other) =>
          most(other.key) - most(one.key) || (one.label ?? '').localeCompare(other.label ?? '', 'fr'),
      )
  }
  const order = field.type === 'choice' ? field.options.map(({ value }) => value) : ['true', 'false']
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return keys
    .toSorted((one, other) => place(one) - place(other))
    .map((key) => {
      const value = field.type === 'boolean' ? key === 'true' : key
      return { key, label: fieldType(field).display(value, asHandled(field), context.actor.locale) || key }
    })
}
