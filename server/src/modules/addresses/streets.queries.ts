// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { NumberPlaces, StreetsTables } from './streets.tables.ts'

export type StreetRow = Omit<StreetsTables['streets'], 'id' | 'searched' | 'numbers'> & {
  /** Place of the number that was asked; null when the street does not have it, or gives no place. */
  readonly place: readonly [number, number] | null
}

export type NewStreet = Omit<StreetsTables['streets'], 'numbers'> & { readonly numbers: NumberPlaces }

type Asked = { readonly words: readonly string[]; readonly number: string; readonly limit: number }

/** Streets looked at for a text that many begin with (« rue »): any of them is as likely as another. */
const mostLookedAt = 500
/** Those that are read whole: what holds the numbers of a street is read apart from it. */
const mostReadWhole = 50

/**
 * The streets that have, for each word, a word that begins with it: read from the trigram index. Those that have the
 * number come first. What it costs does not grow with how many streets there are.
 */
export async function streetsBegunBy(db: Db, { words, number, limit }: Asked): Promise<StreetRow[]> {
  // Words are letters and figures only: nothing in them is a sign of regular expressions.
  const begun = sql.join(
    words.map((word) => sql`searched ~ ${`\\m${word}`}`),
    sql` and `,
  )
  const { rows } = await sql<StreetRow>`
    with begun as materialized (
      select id, name, city, searched from public.streets where ${begun} limit ${mostLookedAt}
    ), likeliest as materialized (
      select id, word_similarity(${words.join(' ')}, searched) as likeness from begun
      order by likeness desc, length(name), name, city limit ${mostReadWhole}
    )
    select ${columns(number)} from likeliest join public.streets using (id)
    order by jsonb_exists(numbers, ${number}) desc, likeness desc, length(name), name, city
    limit ${limit}
  `.execute(db)
  return rows
}

/** Half of the groups of three letters of a name: one slip of the keyboard in a short one. */
const leastLikeness = 0.5

/**
 * The streets whose name is nearly among the words, those of the town left out of it: all streets of a town have them in
 * common. Asked only when none begins as they do; the index leaves out those that are like nothing of it.
 */
export async function streetsLike(db: Db, { words, number, limit }: Asked): Promise<StreetRow[]> {
  const besidesTown = sql`array_to_string(array(
    select word from unnest(${[...words]}::text[]) with ordinality as typed(word, at)
    where word <> all(regexp_split_to_array(public.fold(concat_ws(' ', postcode, city)), '[^a-z0-9]+'))
    order by at
  ), ' ')`
  const likeness = sql`word_similarity(public.fold(name), ${besidesTown})`
  const { rows } = await sql<StreetRow>`
    with near as materialized (
      select id from public.streets where searched %> ${words.join(' ')}
      order by word_similarity(${words.join(' ')}, searched) desc, length(name), name, city limit ${mostReadWhole}
    )
    select ${columns(number)} from near join public.streets using (id)
    where ${likeness} >= ${leastLikeness}
    order by ${likeness} desc, length(name), name, city
    limit ${limit}
  `.execute(db)
  return rows
}

const columns = (number: string) =>
  sql`name, kind, postcode, city, citycode, district, lon, lat, numbers -> ${number} as place`

export async function hasStreets(db: Db): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select exists (select from public.streets) as some`.execute(
    db,
  )
  return rows[0]?.some === true
}

/** Takes out the streets of these towns. */
export async function deleteStreetsOf(tx: Tx, cities: readonly string[]): Promise<void> {
  await tx
    .withTables<StreetsTables>()
    .deleteFrom('streets')
    .where('city', 'in', [...cities])
    .execute()
}

export async function insertStreets(tx: Tx, streets: readonly NewStreet[]): Promise<void> {
  await tx
    .withTables<StreetsTables>()
    .insertInto('streets')
    .values(streets.map((street) => ({ ...street, numbers: JSON.stringify(street.numbers) })))
    .execute()
}
