// SPDX-License-Identifier: MIT
import { silenceQuestionKeys } from '@guichet/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { sheetOf } from '../catalogue/index.ts'
import { clubUnder, fileLicence, rejecting } from '../clocks/clocks.fixture.ts'
import { entryClock } from '../clocks/index.ts'
import { adjustProcedure, adoptRegime, restoreAdjustments, viewRegime } from './index.ts'

const licence = { solution: 'club', procedure: 'licence' }
const allNo = Object.fromEntries(silenceQuestionKeys.map((key) => [key, false]))
const legalBasis = { fr: 'Décret du club', en: 'Decree of the club' }
const adopted = { answers: allNo, months: 3, legalBasis }
const day = 86_400_000

let tenant: TestTenant
let admin: Context
let secretary: Context
/** The first day of the club is 21 November 2026. */
beforeAll(async () => {
  tenant = await aTenant({ solutions: [clubUnder(rejecting)] })
  const office = await tenant.organisation('Bureau')
  admin = tenant.as(await tenant.person('Ada Ministre', { administrator: office }))
  secretary = tenant.as(await tenant.person('Paul Ardent', { secretary: office }))
})
afterAll(() => tenant.close())

const seen = async () => (await viewRegime(admin, licence)).version
const adopt = async (since: string, what: typeof adopted | null = adopted) =>
  adoptRegime(admin, { ...licence, seen: await seen(), since, adopted: what })
const silenceOf = async (id: string) => (await entryClock(admin, id))?.silence

describe('a regime that a body adopts', () => {
  it('is that of the five answers, from the day chosen, and what was received before keeps its own', async () => {
    const before = await fileLicence(tenant)
    expect(await adopt('2026-11-23')).toMatchObject({ ok: true })
    expect(await viewRegime(admin, licence)).toMatchObject({
      inForce: { silence: 'rejects' },
      coming: [{ since: '2026-11-23', regime: { silence: 'accepts', period: { months: 3 }, legalBasis } }],
      adjusted: true,
    })
    tenant.clock.advance(2 * day)
    const after = await fileLicence(tenant)
    expect([await silenceOf(before), await silenceOf(after)]).toEqual(['rejects', 'accepts'])
    expect((await sheetOf(tenant.nobody, 'licence')).silence).toContain('acceptée')
  })

  it('is followed by that of the solution, never taken back', async () => {
    const under = await fileLicence(tenant)
    expect(await adopt('2026-11-24', null)).toMatchObject({ ok: true })
    await adjustProcedure(admin, { ...licence, seen: await seen(), change: undefined })
    await restoreAdjustments(admin, { solution: 'club', version: 0, seen: await seen() })
    tenant.clock.advance(day)
    expect(await silenceOf(under)).toBe('accepts')
    expect(await viewRegime(admin, licence)).toMatchObject({ inForce: { silence: 'rejects' }, coming: [] })
  })

  it('gives way, before it has begun, to the next one chosen', async () => {
    await adopt('2027-02-01')
    await adopt('2027-01-01', { ...adopted, answers: { financial: true } as unknown as typeof allNo })
    expect((await viewRegime(admin, licence)).coming).toMatchObject([
      {
        since: '2027-01-01',
        regime: { silence: 'rejects', because: { fr: expect.stringContaining('financier') } },
      },
    ])
    await adopt('2026-12-01', null)
    expect((await viewRegime(admin, licence)).coming).toEqual([])
  })

  it.each([
    ['on a day that has begun', '2026-11-24', adopted, 'since'],
    ['on no day', 'soon', adopted, 'since'],
    ['before the questions are answered', '2027-01-01', { ...adopted, answers: {} }, 'answers'],
    ['without a period', '2027-01-01', { ...adopted, months: Number.NaN }, 'months'],
    ['without its text', '2027-01-01', { ...adopted, legalBasis: { fr: ' ', en: 'x' } }, 'legalBasis'],
  ])('is refused %s', async (_, since, what, path) => {
    const version = await seen()
    expect(await adopt(since, what)).toEqual({ ok: false, problems: [{ path }] })
    expect(await seen()).toBe(version)
  })

  it('is for administrators alone, of a procedure that is there', async () => {
    const request = { ...licence, seen: 0, since: '2027-01-01', adopted }
    await expect(viewRegime(secretary, licence)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(adoptRegime(secretary, request)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(adoptRegime(tenant.nobody, request)).rejects.toMatchObject({ code: 'sign-in-required' })
    await expect(adoptRegime(admin, request)).rejects.toMatchObject({ code: 'entry-changed' })
    await expect(viewRegime(admin, { ...licence, procedure: 'constructor' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
