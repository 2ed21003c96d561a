// SPDX-License-Identifier: MIT
import { type Locale, system } from '@guichet/engine'
import { sql } from 'kysely'
import { actingAs, type Platform } from '../../platform/context.ts'
import { randomToken } from '../../platform/ids.ts'
import { sameDigest, tokenHash } from '../../platform/secrets.ts'
import { type Accounts, hasAnyAccount, provisionAccount, type ProvisionRefusal } from '../accounts/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { recordEvent } from '../events/index.ts'
import { addMembership, addOrganisation } from '../people/index.ts'
import { readBody, readSetting, saveBody, unnamed, writeSetting } from '../settings/index.ts'
import { roleChoices } from './agents.ts'

const setting = 'first-administrator'
/** Wrong codes taken before the code is void: a new one is made at the next start. */
const mostTries = 10

type Kept = { readonly hash: string; readonly tries: number }

/** Whether the installation waits for its first administrator: nobody has an account. */
export async function awaitsAdministrator(platform: Platform): Promise<boolean> {
  return !(await hasAnyAccount(platform.db))
}

/**
 * Makes the code that lets whoever reads the log of the installation create its first administrator, once. `undefined`
 * as soon as somebody has an account. A former code is void: the log of the last start has the good one.
 */
export async function makeFirstCode(platform: Platform): Promise<string | undefined> {
  if (!(await awaitsAdministrator(platform))) return undefined
  const code = randomToken(9)
  const kept: Kept = { hash: tokenHash(code).toString('hex'), tries: 0 }
  await writeSetting(platform.db, setting, kept)
  return code
}

export type FirstRefusal = 'wrong-code' | 'too-late' | 'missing-body' | ProvisionRefusal
export type FirstOutcome = { readonly ok: true } | { readonly ok: false; readonly refusal: FirstRefusal }

/**
 * Creates the first administrator, with every role of the installed solutions that opens the studio or the desk, in
 * the organisation that carries the name of the body. Needs the code; once somebody has an account it is too late,
 * whoever comes with whatever code.
 */
export async function createFirstAdministrator(
  accounts: Accounts,
  request: {
    readonly code: string
    readonly body: string
    readonly name: string
    readonly email: string
    readonly password: string
    readonly locale: Locale
  },
): Promise<FirstOutcome> {
  const { platform } = accounts
  if (!(await awaitsAdministrator(platform))) return { ok: false, refusal: 'too-late' }
  if (!(await isCode(platform, request.code.trim()))) return { ok: false, refusal: 'wrong-code' }
  if (request.body.trim() === '') return { ok: false, refusal: 'missing-body' }
  const made = await provisionAccount(accounts, request)
  if (!made.ok) return made
  const context = actingAs(platform, system)
  await platform.db.transaction().execute(async (tx) => {
    const organisation = await addOrganisation(tx, platform, request.body.trim())
    const roles = roleChoices(await definitionsOf(platform)).filter(({ space }) => space === 'studio')
    for (const { role } of roles)
      await addMembership(tx, platform, { personId: made.personId, role, organisation })
    const before = (await readBody(tx)) ?? unnamed
    await saveBody(tx, { ...before, name: request.body.trim(), email: request.email.trim() })
    await recordEvent(tx, context, {
      kind: 'body.changed',
      payload: { changes: { name: [before.name, request.body.trim()] } },
    })
    await writeSetting(tx, setting, null)
  })
  await platform.refreshTenant()
  return { ok: true }
}

/** Counts the try first: of many that come together none is free. */
async function isCode(platform: Platform, code: string): Promise<boolean> {
  const kept = await platform.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${setting}))`.execute(tx)
    const value = (await readSetting(tx, setting)) as Kept | null | undefined
    if (!value || value.tries >= mostTries) return undefined
    await writeSetting(tx, setting, { ...value, tries: value.tries + 1 })
    return value
  })
  return kept !== undefined && sameDigest(tokenHash(code), Buffer.from(kept.hash, 'hex'))
}
