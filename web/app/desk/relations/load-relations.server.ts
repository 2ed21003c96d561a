// SPDX-License-Identifier: MIT
import type { RelationPanel } from '@guichet/server'
import type { RouterContextProvider } from 'react-router'
import { datesOf } from '../../context.ts'
import { services } from '../../services.ts'

/** What the page of links shows: panels with their days in words, and what concerns the entry. */
export async function loadRelations(context: Readonly<RouterContextProvider>, id: string, address: URL) {
  const { entries, relations } = services(context)
  const asked = address.searchParams
  const adding = asked.get('ajouter') ?? undefined
  const search = asked.get('qui') ?? ''
  const [entry, panels, about, found] = await Promise.all([
    entries.viewEntry(id),
    relations.relationsOf(id, {
      panel: asked.get('lien') ?? undefined,
      after: asked.get('apres') ?? undefined,
    }),
    relations.entriesAbout(id),
    adding === undefined ? undefined : relations.relatable({ entryId: id, panel: adding, search }),
  ])
  const dates = datesOf(context)
  const shown = (panel: RelationPanel) => ({
    ...panel,
    lines: panel.lines.map(({ added, startsOn, endsOn, ...line }) => ({
      ...line,
      from: startsOn === null ? undefined : dates.calendarDay(startsOn),
      to: endsOn === null ? undefined : dates.calendarDay(endsOn),
      added: added && { name: added.name ?? undefined, on: dates.shortDay(added.at) },
    })),
  })
  return {
    title: entry.title,
    collectionTitle: entry.collectionTitle,
    panels: panels.map(shown),
    about: about.map(({ entries: rows, ...group }) => ({
      ...group,
      entries: rows.map((row) => ({ ...row, updatedOn: dates.shortDay(row.updatedAt) })),
    })),
    adding,
    search,
    found: found ?? [],
    done: asked.get('fait') ?? undefined,
  }
}

export type RelationsPage = Awaited<ReturnType<typeof loadRelations>>
