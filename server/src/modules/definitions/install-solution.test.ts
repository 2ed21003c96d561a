// SPDX-License-Identifier: MIT
import { defineSolution, type Field, type Solution } from '@guichet/engine'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCache } from '../../platform/cache.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { club } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { changeEntry, createEntry, viewEntry } from '../entries/index.ts'
import { definitionsOf, installSolution, preparePublication } from './index.ts'

let tenant: TestTenant
beforeAll(async () => (tenant = await aTenant()))
afterAll(() => tenant.close())

const label = { fr: 'Essai', en: 'Trial' }
const text: Field = { type: 'text', label }

/** A solution of one collection. */
function binder(key: string, fields: Record<string, Field> = { name: text }): Solution {
  return defineSolution({
    key,
    title: label,
    summary: label,
    roles: {},
    collections: { sheet: { title: label, titlePlural: label, entryTitle: 'Fiche', fields } },
    forms: {},
    procedures: {},
    grants: [],
  })
}

async function releases(solution: string): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select number from public.releases where solution = ${solution} order by number
  `.execute(tenant.platform.db)
  return rows.map(({ number }) => number)
}

async function columns(table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns where table_schema = 'data' and table_name = ${table}
  `.execute(tenant.platform.db)
  return rows.map(({ name }) => name)
}

async function aSheet(solution: string, values: Record<string, unknown>): Promise<string> {
  return tenant.entry(`${solution}.sheet`, values)
}

/** The tenant as another process sees it, with its own connections and its own memory. */
function anotherProcess(): { context: Context; close: () => Promise<void> } {
  const { db, close } = openDatabase(tenant.url)
  return { context: actingAs({ ...tenant.platform, db, cache: createCache() }, tenant.system.actor), close }
}

describe('publishing', () => {
  it('refuses a broken solution, names each place in both languages, and changes nothing', async () => {
    const broken: Solution = {
      ...binder('broken'),
      forms: {
        ask: {
          collection: 'sheet',
          title: label,
          pages: [{ key: 'one', title: label, items: [{ field: 'colour' }] }],
        },
      },
      grants: [
        { who: { kind: 'role', role: 'nobody' }, may: ['read'], on: 'sheet' },
        { who: { kind: 'everyone' }, may: ['read'], on: 'boat' },
      ],
    }
    const refused: unknown = await installSolution(tenant.system, broken, 'tests').catch(
      (error: unknown) => error,
    )
    expect(refused).toMatchObject({ code: 'invalid-solution', status: 422 })
    const { errors } = (refused as { data: { errors: { path: string; text: Record<string, string> }[] } })
      .data
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^forms\.ask\.pages.*items/),
        expect.stringMatching(/^grants\[0\].*role/),
        'grants[1].on',
      ]),
    )
    for (const { text: said } of errors) expect([said['fr'], said['en']].every(Boolean)).toBe(true)
    expect(await releases('broken')).toEqual([])
    expect(await columns('broken_sheet')).toEqual([])
    expect((await definitionsOf(tenant.platform)).solutions.has('broken')).toBe(false)
  })

  it('the same again changes nothing, also after the definitions were read back', async () => {
    const first = await installSolution(tenant.system, club, 'tests')
    const { context, close } = anotherProcess()
    const again = await installSolution(context, structuredClone(club), 'tests')
    await close()
    expect(again.id).toBe(first.id)
    expect(await releases('club')).toEqual([1])
  })

  it('says beforehand what it would do, and does nothing', async () => {
    const { plan, problems } = await preparePublication(tenant.system, binder('planned'))
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(plan.steps[0]).toMatchObject({ kind: 'create-table', table: 'planned_sheet' })
    expect(await columns('planned_sheet')).toEqual([])
  })

  it('refuses a field that would be stored otherwise, at the field, even after it was taken out', async () => {
    await installSolution(tenant.system, binder('retyped', { name: text, size: text }), 'tests')
    const asNumber = binder('retyped', { name: text, size: { type: 'integer', label } })
    const refusal = {
      code: 'invalid-solution',
      data: { errors: [{ path: 'collections.sheet.fields.size', code: 'would-lose-data' }] },
    }
    await expect(installSolution(tenant.system, asNumber, 'tests')).rejects.toMatchObject(refusal)
    await installSolution(tenant.system, binder('retyped'), 'tests')
    await expect(installSolution(tenant.system, asNumber, 'tests')).rejects.toMatchObject(refusal)
    expect(await releases('retyped')).toEqual([1, 2])
  })

  it('is known at once to the process that did it', async () => {
    await definitionsOf(tenant.platform)
    await installSolution(tenant.system, binder('known'), 'tests')
    expect((await definitionsOf(tenant.platform)).solutions.get('known')?.number).toBe(1)
  })
})

describe('two processes that publish at the same moment', () => {
  it('make one release of the same solution', async () => {
    const { context, close } = anotherProcess()
    const made = await Promise.all(
      [tenant.system, context, tenant.system, context].map((one) =>
        installSolution(one, binder('same'), 'tests'),
      ),
    )
    await close()
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await releases('same')).toEqual([1])
  })

  it('make two releases of two versions, one after the other, and keep the columns of both', async () => {
    await installSolution(tenant.system, binder('both'), 'tests')
    const { context, close } = anotherProcess()
    const made = await Promise.all([
      installSolution(tenant.system, binder('both', { name: text, left: text }), 'tests'),
      installSolution(context, binder('both', { name: text, right: text }), 'tests'),
    ])
    await close()
    expect(new Set(made.map(({ number }) => number))).toEqual(new Set([2, 3]))
    expect(await columns('both_sheet')).toEqual(expect.arrayContaining(['name', 'left', 'right']))
  })

  it('install different solutions', async () => {
    const { context, close } = anotherProcess()
    const keys = ['one', 'two', 'three', 'four']
    await Promise.all(
      keys.map((key, at) => installSolution(at % 2 ? context : tenant.system, binder(key), 'tests')),
    )
    await close()
    for (const key of keys) expect(await releases(key)).toEqual([1])
  })
})

describe('an entry', () => {
  it('stays on the release it was filed under, with the values of fields that have left', async () => {
    await installSolution(tenant.system, binder('kept', { name: text, colour: text }), 'tests')
    const former = await aSheet('kept', { name: 'Ancienne', colour: 'rouge' })
    await installSolution(
      tenant.system,
      binder('kept', { name: text, weight: { type: 'integer', label } }),
      'tests',
    )
    const fresh = await aSheet('kept', { name: 'Nouvelle', weight: 3 })

    const [old, recent] = [await viewEntry(tenant.system, former), await viewEntry(tenant.system, fresh)]
    const shown = ({ fields }: typeof old) => Object.fromEntries(fields.map(({ key, value }) => [key, value]))
    expect([old.releaseNumber, shown(old)]).toEqual([1, { name: 'Ancienne', colour: 'rouge' }])
    expect([recent.releaseNumber, shown(recent)]).toEqual([2, { name: 'Nouvelle', weight: 3 }])

    await changeEntry(tenant.system, { id: former, version: 1, values: { colour: 'vert' } })
    expect(shown(await viewEntry(tenant.system, former))).toMatchObject({ colour: 'vert' })
    await expect(
      changeEntry(tenant.system, { id: former, version: 2, values: { weight: 3 } }),
    ).rejects.toMatchObject({ code: 'unknown-field' })
  })

  it('can be filed by everybody while a publication goes on', { timeout: 60_000 }, async () => {
    await installSolution(tenant.system, binder('busy'), 'tests')
    const { context, close } = anotherProcess()
    const publication = { over: false }
    const file = async (filed: string[]): Promise<string[]> => {
      while (!publication.over) {
        const { id } = await createEntry(context, {
          collection: 'busy.sheet',
          values: { name: 'x' },
          owner: null,
          required: 'none',
        })
        await changeEntry(context, { id, version: 1, values: { name: 'y' } })
        filed.push(id)
      }
      return filed
    }
    const filing = Promise.all([1, 2, 3, 4].map(() => file([])))
    filing.catch(() => {})
    const fields: Record<string, Field> = { name: text }
    for (let version = 1; version <= 8; version += 1) {
      fields[`extra${version}`] = text
      const { collections, ...solution } = binder('busy', { ...fields })
      const annexes = Object.fromEntries(
        [...Array(version)].map((_, at) => [`annex${at}`, collections['sheet']]),
      )
      await installSolution(
        tenant.system,
        defineSolution({ ...solution, collections: { ...collections, ...annexes } } as Solution),
        'tests',
      )
    }
    publication.over = true
    expect((await filing).flat().length).toBeGreaterThan(8)
    await close()
    expect(await releases('busy')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})
