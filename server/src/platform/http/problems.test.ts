// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../testing/test-database.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { presentProblem, problemToJson } from './present-problem.ts'
import { postgresProblem } from './postgres-problems.ts'
import { isProblem, problem, Problem, problemStatus, type ProblemCode } from './problems.ts'
import { toProblem } from './to-problem.ts'

const limits = { bodyLimit: 1_000_000, maxUploadBytes: 50_000_000 }
const codes = Object.keys(problemStatus) as ProblemCode[]
const anyData = {
  path: 'a',
  field: 'a',
  refusal: 'guard',
  renewable: true,
  maxBytes: 1,
  fields: [],
  errors: [],
  retryAfterSeconds: 90,
}

describe('a problem', () => {
  it.each(codes)('%s has a title and a sentence in both languages, with nothing left to fill', (code) => {
    for (const locale of ['fr', 'en'] as const) {
      const { title, detail } = presentProblem(new Problem(code, anyData), locale, 'r1')
      expect(title).not.toBe('')
      expect(detail).toMatch(/[.]$/)
      expect(detail).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  it('is sent with the members of RFC 9457, the reference of the request and its data', () => {
    expect(problemToJson(problem('too-large', { maxBytes: 20_000_000 }), 'fr', 'req-7')).toEqual({
      type: 'urn:guichet:problem:too-large',
      title: 'Envoi trop volumineux',
      status: 413,
      detail: 'L’envoi dépasse 20 Mo. Réduisez le fichier, ou envoyez-le en plusieurs parties.',
      code: 'too-large',
      requestId: 'req-7',
      maxBytes: 20_000_000,
    })
  })

  it('tells each refused value in the language of the reader', () => {
    const text = { fr: 'Indiquez une adresse.', en: 'Give an address.' }
    const refused = problem('invalid-input', { fields: [{ path: 'place', code: 'required', text }] })
    expect(problemToJson(refused, 'en', 'r')).toMatchObject({
      fields: [{ path: 'place', code: 'required', message: text.en }],
    })
  })

  it('says why a transition is refused in the words of the guard when it has some', () => {
    const because = { fr: 'Le devis manque.', en: 'The estimate is missing.' }
    expect(
      presentProblem(problem('transition-refused', { refusal: 'guard', because }), 'fr', 'r').detail,
    ).toBe(because.fr)
    expect(
      presentProblem(problem('transition-refused', { refusal: 'wrong-state' }), 'en', 'r').detail,
    ).toContain('state')
  })

  it('is recognised by its code', () => {
    expect(isProblem(problem('not-found'), 'not-found')).toBe(true)
    expect(isProblem(problem('not-found'), 'not-allowed')).toBe(false)
    expect(isProblem(new Error('not-found'))).toBe(false)
  })
})

describe('an error of the database', () => {
  let database: Database
  beforeAll(async () => (database = await createTestDatabase()))
  afterAll(() => database.close())

  const failureOf = async (statement: string, on = database) =>
    sql
      .raw(statement)
      .execute(on.db)
      .then(() => undefined, postgresProblem)

  it('is the value already used when a unique constraint refuses it', async () => {
    await sql`create table data.seat (number text constraint entries_number unique)`.execute(database.db)
    await sql`insert into data.seat values ('12')`.execute(database.db)
    expect(await failureOf(`insert into data.seat values ('12')`)).toMatchObject({
      code: 'already-exists',
      data: { field: 'number' },
    })
  })

  it('is a refusal when something still refers to the row', async () => {
    await sql`create table parent (id int primary key)`.execute(database.db)
    await sql`create table child (id int references parent)`.execute(database.db)
    await sql`insert into parent values (1)`.execute(database.db)
    await sql`insert into child values (1)`.execute(database.db)
    expect(await failureOf('delete from parent')).toMatchObject({ code: 'still-used', status: 409 })
  })

  it('is an unreadable request when a value has no such form', async () => {
    expect(await failureOf(`select 'x'::uuid`)).toMatchObject({ code: 'malformed-request' })
  })

  it('is a slow answer when the statement was stopped', async () => {
    expect(await failureOf(`set statement_timeout = 20; select pg_sleep(1)`)).toMatchObject({
      code: 'too-slow',
    })
  })

  it('is a database away when the connection is cut under it, or cannot be made', async () => {
    const cut = openDatabase(database.url)
    expect(await failureOf('select pg_terminate_backend(pg_backend_pid())', cut)).toMatchObject({
      code: 'database-unavailable',
      status: 503,
    })
    const nowhere = openDatabase('postgresql://x@127.0.0.1:1/x')
    expect(await failureOf('select 1', nowhere)).toMatchObject({ code: 'database-unavailable' })
    const noSocket = openDatabase('postgresql://x@localhost/x?host=%2Fnowhere')
    expect(await failureOf('select 1', noSocket)).toMatchObject({ code: 'database-unavailable' })
  })

  it('stays an error of ours when the statement is wrong, and shows nothing of it', async () => {
    const wrong = await sql
      .raw('select secret_column from nowhere')
      .execute(database.db)
      .catch((error: unknown) => toProblem(error, limits))
    expect(wrong).toMatchObject({ code: 'internal', status: 500 })
    expect(JSON.stringify(problemToJson(wrong as Problem, 'fr', 'r'))).not.toMatch(/nowhere|secret_column/)
  })
})

describe('an error of the system', () => {
  it('is a full storage when the disk has no room, for files as for rows', () => {
    const full = Object.assign(new Error('write'), { code: 'ENOSPC', syscall: 'write' })
    expect(toProblem(full, limits)).toMatchObject({ code: 'storage-full', status: 507 })
    const fullDatabase = Object.assign(new Error('could not extend file'), {
      code: '53100',
      severity: 'ERROR',
    })
    expect(toProblem(fullDatabase, limits)).toMatchObject({ code: 'storage-full' })
  })

  it('is not taken for the database when a file is missing', () => {
    const missing = Object.assign(new Error('open'), { code: 'ENOENT', syscall: 'open' })
    expect(toProblem(missing, limits)).toMatchObject({ code: 'internal' })
  })
})
