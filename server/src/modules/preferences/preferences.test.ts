// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { getPreferences, setPreferences } from './index.ts'

let club: TestTenant
let secretary: Context
let coach: Context
beforeAll(async () => {
  club = await aTenant()
  secretary = club.as(await club.person('Nadia Benaïssa'))
  coach = club.as(await club.person('Julien Mouret'))
})
afterAll(() => club.close())

const usual = { pageSize: 50, singleKeys: true, setUpSteps: true }

it('keeps how a person likes to work, for that person alone', async () => {
  expect(await getPreferences(secretary)).toEqual(usual)
  await setPreferences(secretary, { pageSize: 100 })
  await setPreferences(secretary, { singleKeys: false })
  await setPreferences(secretary, { pageSize: 25 })
  expect(await getPreferences(secretary)).toEqual({ ...usual, pageSize: 25, singleKeys: false })
  expect(await getPreferences(coach)).toEqual(usual)
})

it('refuses what there is not, and forgets what there is no more', async () => {
  const wished = { pageSize: 10_000 } as unknown as { pageSize: 100 }
  await expect(setPreferences(secretary, wished)).rejects.toMatchObject({ code: 'malformed-request' })
  await sql`insert into public.preferences values (${(coach.actor as { personId: string }).personId}, 'pageSize', '7')`.execute(
    club.platform.db,
  )
  expect(await getPreferences(coach)).toEqual(usual)
})

it('has nothing of those who are nobody', async () => {
  expect(await getPreferences(club.nobody)).toEqual(usual)
  await expect(setPreferences(club.nobody, { pageSize: 25 })).rejects.toMatchObject({
    code: 'sign-in-required',
  })
})
