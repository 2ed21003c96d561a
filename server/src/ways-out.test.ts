// SPDX-License-Identifier: MIT
import { Readable } from 'node:stream'
import {
  type Actor,
  compare,
  compileCondition,
  type EntryRow,
  type Grant,
  grantsOf,
  type HeldGrant,
  mayDo,
  readsField,
  type World,
} from '@guichet/engine'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { definitionsCacheKey, definitionsOf, type Definitions } from './modules/definitions/index.ts'
import { depositFile, listEntryFiles, openAttachment } from './modules/documents/index.ts'
import {
  countEntries,
  entryHistory,
  listEntries,
  loadEntries,
  neighboursOf,
  readableTitles,
  viewEntry,
} from './modules/entries/index.ts'
import { isProblem } from './platform/http/problems.ts'
import type { Context } from './platform/context.ts'
import { aTenant, type TestTenant } from './testing/tenant.ts'
import { shownFields, someRules } from './ways-out.arbitraries.ts'

const licence = 'club.licence' as const
let club: TestTenant
let shipped: Definitions
let actors: readonly Actor[]
let licences: readonly EntryRow[]
let world: World
const certificates = new Map<string, string>()

beforeAll(async () => {
  club = await aTenant()
  const captain = await club.person('Adèle Capitaine')
  const player = await club.person('Élise Courrière')
  const office = await club.organisation('Bureau')
  const foxes = await club.organisation('Les Renards', { captain: captain.personId })
  const otters = await club.organisation('Les Loutres')
  const coach = await club.person('Julien Mouret', { coach: foxes })
  const people = [
    captain,
    player,
    coach,
    await club.person('Nadia Benaïssa', { secretary: office, coach: otters }),
  ]
  const ids: string[] = []
  for (let place = 0; place < 12; place += 1) {
    const values = {
      playerName: `Joueur ${place}`,
      playerEmail: `joueur${place}@plassans.example`,
      level: place % 2 === 0 ? 'expert' : 'beginner',
      fee: place % 3 === 0 ? null : place * 50,
      motive: place % 4 === 0 ? 'Pour gagner' : null,
      health: place % 5 === 0 ? 'asthme' : null,
      team: [foxes, otters, null][place % 3],
    }
    ids.push(
      await club.entry(licence, values, place % 4 === 1 ? player.personId : people[place % 4]?.personId),
    )
  }
  for (const id of ids.slice(0, 4)) {
    const file = await depositFile(club.system, Readable.from([Buffer.from(`%PDF-1.7 ${id}`)]), {
      entryId: id,
      field: 'certificate',
      name: 'certificat.pdf',
    })
    if (file.ok) certificates.set(id, file.attachment.id)
  }
  const bearer: Actor = {
    kind: 'link',
    linkId: '0199e9a0-0000-7000-8000-000000000000',
    purpose: 'club.player',
    entryId: ids[3] ?? '',
    email: player.email,
    name: player.name,
    locale: 'fr',
  }
  actors = [club.nobody.actor, ...people, bearer]
  shipped = await definitionsOf(club.platform)
  world = await everythingThereIs(ids)
})
afterAll(() => club.close())

/** What is stored, read once by the system, as plain objects. */
async function everythingThereIs(ids: readonly string[]): Promise<World> {
  const others = ['club.person', 'club.team', 'club.membership'] as const
  const pages = await Promise.all(
    others.map((collection) => listEntries(club.system, { collection, limit: 200 })),
  )
  const all = [...ids, ...pages.flatMap(({ rows }) => rows.map(({ id }) => id))]
  const loaded = await loadEntries(club.platform.db, club.system, all)
  const rows = [...loaded.values()].map((entry): EntryRow => ({
    ...entry,
    createdAt: entry.createdAt.toISOString(),
    updatedAt: entry.createdAt.toISOString(),
    closedAt: null,
  }))
  const of = (ref: string) => rows.filter(({ collection }) => collection === ref)
  // In the order in which they came, which is that of lists; ids are made in time's order.
  licences = of(licence).toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return {
    entry: (ref, id) => of(ref).find((row) => row.id === id),
    referring: (ref, field, id) => of(ref).filter(({ values }) => values[field] === id),
  }
}

/** Puts these rules in force for licences, without publishing: a definition is only data. */
async function inForce(rules: readonly Grant[]): Promise<HeldGrant[][]> {
  const release = shipped.solutions.get('club') ?? expect.fail('the club is not installed')
  const others = release.solution.grants.filter(({ on }) => on !== 'licence')
  const solution = { ...release.solution, grants: [...others, ...rules] }
  const solutions = new Map([...shipped.solutions, ['club', { ...release, solution }] as const])
  club.platform.cache.forget(definitionsCacheKey)
  await club.platform.cache.remember(definitionsCacheKey, async () => ({ ...shipped, solutions }))
  return actors.map((actor) => grantsOf(solution, 'licence', actor))
}

/** What the rule says of an entry: the grants that hold there, read in memory. */
function holdingOn(held: readonly HeldGrant[], actor: Actor): Map<string, readonly HeldGrant[]> {
  const at = { actor, today: '2026-11-21', timeZone: 'Europe/Paris', world }
  const tests = held.map((grant) => ({
    grant,
    holds: compileCondition(grant.condition, shipped.model, licence),
  }))
  return new Map(
    licences.map((row) => [row.id, tests.filter(({ holds }) => holds(row, at)).map(({ grant }) => grant)]),
  )
}

const sorted = (ids: Iterable<string>) => [...ids].toSorted()
const reads = (holding: readonly HeldGrant[], field: string) =>
  holding.some(({ grant }) => readsField(grant, field))

/** The filled values that the rule lets out. */
function shownValues({ values }: EntryRow, holding: readonly HeldGrant[]) {
  return Object.fromEntries(
    shownFields
      .filter((field) => values[field] != null && reads(holding, field))
      .map((field) => [field, values[field]]),
  )
}

/** Only what is compared, and only what is filled. */
function filled(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    shownFields.filter((field) => values[field] != null).map((field) => [field, values[field]]),
  )
}

async function orNothing<Answer>(asked: Promise<Answer>, nothing: Answer): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    const refusals = ['not-found', 'not-allowed', 'sign-in-required'] as const
    if (refusals.some((code) => isProblem(error, code))) return nothing
    throw error
  }
}

const page = (context: Context, filters: NonNullable<Parameters<typeof listEntries>[1]['filters']> = []) =>
  orNothing(
    listEntries(context, { collection: licence, filters, limit: 200 }).then(({ rows }) => rows),
    [],
  )

async function allowed(asked: Promise<unknown>): Promise<boolean> {
  return orNothing(
    asked.then(() => true),
    false,
  )
}

/** Every way out for one person, beside what the rule says. */
async function waysOut(actor: Actor, held: readonly HeldGrant[]) {
  const context = club.as(actor)
  const holding = holdingOn(held, actor)
  const on = (id: string) => holding.get(id) ?? []
  const listed = licences.filter(({ id }) => mayDo(on(id), 'list'))
  const readable = licences.filter(({ id }) => mayDo(on(id), 'read'))
  const experts = listed.filter(({ id, values }) => reads(on(id), 'level') && values['level'] === 'expert')
  const expert = [{ field: 'level', op: 'eq', value: 'expert' } as const]

  const rows = await page(context)
  const loaded = await loadEntries(
    club.platform.db,
    context,
    licences.map(({ id }) => id),
  )
  const counted = await orNothing(countEntries(context, { collection: licence, filters: expert }), {
    count: 0,
    capped: false,
  })
  const byView = await orNothing(
    listEntries(context, { collection: licence, where: compare('level', 'eq', 'expert'), limit: 200 }).then(
      (found) => found.rows.map(({ id }) => id),
    ),
    [],
  )
  const files = await Promise.all(
    [...certificates].map(async ([id, file]) => [id, await allowed(openAttachment(context, file))] as const),
  )
  const attached = await Promise.all(
    [...certificates.keys()].map(async (id) => {
      const names = await orNothing(
        listEntryFiles(context, id).then((all) => all.map((file) => file.id)),
        [],
      )
      return [id, names] as const
    }),
  )
  const titles = await readableTitles(
    context,
    licence,
    licences.map(({ id }) => id),
  )
  const beside = await Promise.all(
    licences.map(async ({ id }) => {
      const nothing = { previous: null, next: null, position: null }
      const { previous, next } = await orNothing(neighboursOf(context, { collection: licence }, id), nothing)
      return [id, [previous, next]] as const
    }),
  )
  const [one] = licences
  const first = one ? on(one.id) : []
  return {
    found: {
      listed: sorted(rows.map(({ id }) => id)),
      values: Object.fromEntries(rows.map(({ id, values }) => [id, filled(values)])),
      filtered: sorted((await page(context, expert)).map(({ id }) => id)),
      counted: counted.count,
      byView: sorted(byView),
      readable: sorted(loaded.keys()),
      fields: Object.fromEntries(
        [...loaded].map(([id, entry]) => [id, shownFields.filter((field) => entry.readable.has(field))]),
      ),
      shown: one !== undefined && (await allowed(viewEntry(context, one.id))),
      history: one !== undefined && (await allowed(entryHistory(context, one.id))),
      files: Object.fromEntries(files),
      attached: Object.fromEntries(attached),
      titles: sorted(titles.keys()),
      beside: Object.fromEntries(beside),
    },
    ruled: {
      listed: sorted(listed.map(({ id }) => id)),
      values: Object.fromEntries(listed.map((row) => [row.id, shownValues(row, on(row.id))])),
      filtered: sorted(experts.map(({ id }) => id)),
      counted: experts.length,
      byView: sorted(experts.map(({ id }) => id)),
      readable: sorted(readable.map(({ id }) => id)),
      fields: Object.fromEntries(
        readable.map(({ id }) => [id, shownFields.filter((field) => reads(on(id), field))]),
      ),
      shown: mayDo(first, 'read'),
      history: mayDo(first, 'read') && mayDo(first, 'history'),
      files: Object.fromEntries([...certificates.keys()].map((id) => [id, reads(on(id), 'certificate')])),
      attached: Object.fromEntries(
        [...certificates].map(([id, file]) => [id, reads(on(id), 'certificate') ? [file] : []]),
      ),
      titles: sorted(readable.map(({ id }) => id)),
      beside: Object.fromEntries(
        licences.map(({ id }) => {
          const place = listed.findIndex((row) => row.id === id)
          return [
            id,
            place < 0 ? [null, null] : [listed[place - 1]?.id ?? null, listed[place + 1]?.id ?? null],
          ]
        }),
      ),
    },
  }
}

describe('what leaves the database', () => {
  it('is what the rule says in memory, whoever asks, whatever the rules, by every way', async () => {
    await fc.assert(
      fc.asyncProperty(someRules, async (rules) => {
        const held = await inForce(rules)
        for (const [place, actor] of actors.entries()) {
          const { found, ruled } = await waysOut(actor, held[place] ?? [])
          expect({ actor, ...found }).toEqual({ actor, ...ruled })
        }
      }),
      { numRuns: 60, endOnFailure: true },
    )
  }, 120_000)
})
