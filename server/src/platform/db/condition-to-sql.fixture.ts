// SPDX-License-Identifier: MIT
import {
  columnName,
  defineSolution,
  fieldType,
  modelOf,
  tableName,
  type Collection,
  type CollectionRef,
  type EntryRow,
  type Model,
  type World,
} from '@guichet/engine'
import { sql } from 'kysely'
import type { Db } from './database.ts'

const named = (text: string) => ({ fr: text, en: text })
const titles = (text: string) => ({ title: named(text), titlePlural: named(text), entryTitle: text })
const label = (text: string) => ({ label: named(text) })
const options = ['red', 'blue', 'green'].map((value) => ({ value, label: named(value) }))

/** A sports league: every kind of comparable value, references to one and to several, relations read backward. */
const league = defineSolution({
  key: 'league',
  title: named('League'),
  summary: named('Teams and their matches'),
  roles: {},
  grants: [],
  forms: {},
  collections: {
    person: {
      ...titles('Person'),
      fields: {
        name: { type: 'text', ...label('Name') },
        identity: { type: 'person_identity', ...label('Identity') },
        home: { type: 'geo_point', ...label('Home') },
        vouchedBy: { type: 'references', to: 'person', ...label('Vouched by') },
      },
    },
    team: {
      ...titles('Team'),
      fields: {
        name: { type: 'text', ...label('Name') },
        place: { type: 'address', ...label('Place') },
        colours: { type: 'choices', options, ...label('Colours') },
        budget: { type: 'money', ...label('Budget') },
        coach: { type: 'reference', to: 'person', ...label('Coach') },
      },
    },
    match: {
      ...titles('Match'),
      fields: {
        home: { type: 'reference', to: 'team', ...label('Home') },
        away: { type: 'reference', to: 'team', ...label('Away') },
        referees: { type: 'references', to: 'person', ...label('Referees') },
        playedOn: { type: 'date', ...label('Played on') },
        score: { type: 'integer', ...label('Score') },
        goals: {
          type: 'group',
          itemLabel: named('Goal'),
          fields: { minute: { type: 'integer', ...label('Minute') } },
          ...label('Goals'),
        },
        photos: { type: 'files', accept: ['image'], ...label('Photos') },
      },
    },
  },
})

/** Another solution, which refers to the first. */
const federation = defineSolution({
  key: 'federation',
  title: named('Federation'),
  summary: named('Licences'),
  uses: ['league'],
  roles: {},
  grants: [],
  forms: {},
  collections: {
    licence: {
      ...titles('Licence'),
      lifecycle: {
        initial: 'asked',
        states: {
          asked: { label: named('Asked'), tone: 'info' },
          given: { label: named('Given'), tone: 'ok', closed: true },
        },
        transitions: {},
      },
      fields: {
        holder: { type: 'reference', to: 'league.person', ...label('Holder') },
        teams: { type: 'references', to: 'league.team', ...label('Teams') },
        level: { type: 'choice', options, ...label('Level') },
        ratio: { type: 'number', ...label('Ratio') },
        insured: { type: 'boolean', ...label('Insured') },
        seenAt: { type: 'datetime', ...label('Seen at') },
        rules: { type: 'consent', text: named('Rules'), ...label('Rules') },
        points: { type: 'computed', expression: 'entry.ratio', result: 'number', ...label('Points') },
      },
    },
  },
})

export const model: Model = modelOf([league, federation])

export const collections = [...model.collections.keys()]

export function collectionAt(ref: CollectionRef): Collection {
  const collection = model.collections.get(ref)
  if (!collection) throw new Error(`no collection ${ref}`)
  return collection
}

/** An entry of the fixture and whether it is in the bin. */
export type FixtureRow = { readonly entry: EntryRow; readonly deleted: boolean }

/** Makes the typed tables, without the keys to the registry that publication adds. */
export async function createTables(db: Db): Promise<void> {
  for (const ref of collections) {
    const columns = Object.entries(collectionAt(ref).fields).flatMap(([key, field]) => {
      const column = fieldType(field).column(field)
      return column
        ? [sql`, ${sql.id(columnName(key))} ${sql.raw(column.sql + (column.array ? '[]' : ''))}`]
        : []
    })
    await sql`
      create table ${sql.id('data', tableName(ref))} (
        id uuid primary key, state text, number text, title text, owner_id uuid,
        created_at timestamptz, updated_at timestamptz, closed_at timestamptz, deleted_at timestamptz,
        legal_due_on date
        ${sql.join(columns, sql``)})`.execute(db)
  }
}

/** Replaces all rows. */
export async function load(db: Db, rows: readonly FixtureRow[]): Promise<void> {
  for (const ref of collections) {
    const table = sql.id('data', tableName(ref))
    const records = JSON.stringify(rows.filter(({ entry }) => entry.collection === ref).map(recordOf))
    await sql`delete from ${table}`.execute(db)
    await sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${records}::jsonb)`.execute(
      db,
    )
  }
}

function recordOf({ entry, deleted }: FixtureRow): Record<string, unknown> {
  const values = Object.entries(entry.values).map(([key, value]) => [columnName(key), value])
  return {
    ...Object.fromEntries(values),
    id: entry.id,
    state: entry.state,
    number: entry.number,
    title: entry.title,
    owner_id: entry.owner,
    created_at: entry.createdAt,
    updated_at: entry.updatedAt,
    closed_at: entry.closedAt,
    legal_due_on: entry.legalDueOn ?? null,
    deleted_at: deleted ? entry.createdAt : null,
  }
}

/** The same rows in memory. */
export function worldOf(
  rows: readonly FixtureRow[],
): World & { all(ref: CollectionRef): readonly EntryRow[] } {
  const live = rows.filter(({ deleted }) => !deleted).map(({ entry }) => entry)
  const all = (ref: CollectionRef) => live.filter((entry) => entry.collection === ref)
  return {
    all,
    entry: (ref, id) => all(ref).find((entry) => entry.id === id),
    referring: (ref, field, id) => all(ref).filter((entry) => [entry.values[field]].flat().includes(id)),
  }
}
