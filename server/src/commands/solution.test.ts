// SPDX-License-Identifier: MIT
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportSolution, type Solution } from '@guichet/engine'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { club as clubSolution } from '../testing/club.ts'
import { aTenant, type TestTenant } from '../testing/tenant.ts'
import { type Desk, commandsOn } from './commands.fixture.ts'

let club: TestTenant
let desk: Desk
beforeAll(async () => {
  club = await aTenant()
  desk = commandsOn(club.url)
  // The club comes with the product, as far as these commands know.
  mkdirSync(join(desk.folder, 'club'))
  writeFileSync(
    join(desk.folder, 'club', 'index.ts'),
    `export const solution = ${JSON.stringify(clubSolution)}\n`,
  )
})
afterAll(async () => {
  desk.remove()
  await club.close()
})

/** A file with the club, changed; JSON unless it is to be code. */
function aFile(name: string, change: (solution: Solution) => void = () => {}): string {
  const solution = structuredClone(clubSolution)
  change(solution)
  const file = join(desk.folder, name)
  const text = exportSolution(solution)
  writeFileSync(file, name.endsWith('.ts') ? `export const solution = ${text}` : text)
  return file
}

const licenceOf = (solution: Solution) => {
  const { licence } = solution.collections
  if (!licence) throw new Error('the club has licences')
  return licence
}
const withNickname = (solution: Solution) => {
  licenceOf(solution).fields['nickname'] = { type: 'text', label: { fr: 'Surnom', en: 'Nickname' } }
}
const withoutForm = (solution: Solution) => {
  delete solution.forms['choose-team']
}
const withFeeAsText = (solution: Solution) => {
  licenceOf(solution).fields['team'] = { type: 'text', label: { fr: 'Équipe', en: 'Team' } }
}

describe('solution check', () => {
  it.each(['sound.json', 'sound.ts'])('accepts what is sound, without a database: %s', async (name) => {
    const nowhere = commandsOn('postgresql://nobody@127.0.0.1:1/nothing', { solutionsFolder: desk.folder })
    const { output, ok } = await nowhere.run('solution', 'check', aFile(name, withNickname))
    expect(output).toContain('La solution club est correcte.')
    expect(ok).toBe(true)
    nowhere.remove()
  })

  it('names a broken reference with its place, in both languages', async () => {
    const { output, ok } = await desk.run('solution', 'check', aFile('broken.json', withoutForm))
    expect(ok).toBe(false)
    expect(output).toContain('collections.licence.lifecycle.transitions.send_to_team')
    expect(output).toMatch(/erreur[\s\S]*error/)
  })

  it('checks solutions that use each other together', async () => {
    const title = { fr: 'Coupe', en: 'Cup' }
    const nothing = { roles: {}, collections: {}, forms: {}, grants: [] }
    const other = { key: 'cup', title, summary: title, uses: ['league'], ...nothing }
    const cup = join(desk.folder, 'cup.json')
    writeFileSync(cup, JSON.stringify(other))
    const league = join(desk.folder, 'league.json')
    writeFileSync(league, JSON.stringify({ ...other, key: 'league', uses: [] }))
    expect(await desk.run('solution', 'check', cup)).toMatchObject({ ok: false })
    expect(await desk.run('solution', 'check', cup, league)).toMatchObject({ ok: true })
  })

  it.each([
    ['is not there', 'nowhere.json', undefined, 'cannot be read'],
    ['is not JSON', 'text.json', '{', 'not JSON'],
    ['is not a solution', 'moon.json', '{"key": "moon", "grants": 3}', 'grants'],
    ['exports no solution', 'none.ts', 'export const moon = 1', 'exports no'],
    ['does not load', 'fails.ts', 'throw new Error("no moon")', 'no moon'],
  ])('refuses a file that %s', async (_, name, content, reason) => {
    const file = join(desk.folder, name)
    if (content !== undefined) writeFileSync(file, content)
    const { output, ok } = await desk.run('solution', 'check', file)
    expect(ok).toBe(false)
    expect(output).toContain(reason)
  })
})

describe('solution import', () => {
  it('shows what publishing would change, and publishes nothing', async () => {
    const { output, ok } = await desk.run('solution', 'import', aFile('plan.json', withNickname))
    expect(ok).toBe(true)
    expect(output).toMatch(/champ «\sSurnom\s»\s: ajouté/)
    expect(output).toContain('field “Nickname”: added')
    expect(output).toContain('data.club_licence.nickname')
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from releases`.execute(
      club.platform.db,
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  it('says when nothing would change', async () => {
    expect((await desk.run('solution', 'import', aFile('same.json'))).output).toContain('change nothing')
  })

  it.each([
    ['a broken reference', withoutForm],
    ['what would falsify what is stored', withFeeAsText],
  ])('refuses %s', async (_, change) => {
    expect(await desk.run('solution', 'import', aFile('refused.json', change))).toMatchObject({ ok: false })
  })
})

describe('solution install', () => {
  it('publishes a file, once, and tells what the next start will make of it', async () => {
    const file = aFile('install.json', withNickname)
    const first = await desk.run('solution', 'install', file)
    expect(first.ok).toBe(true)
    expect(first.output).toContain('release 2')
    expect(first.output).toContain('At the next start')
    const again = await desk.run('solution', 'install', file)
    expect(again.output).toContain('already published so: release 2')
    const { rows } = await sql<{ kind: string; actor_kind: string }>`
      select kind, actor_kind from events order by id desc limit 1`.execute(club.platform.db)
    expect(rows).toEqual([{ kind: 'solution.published', actor_kind: 'system' }])
  })

  it('publishes one that comes with the product, by its key', async () => {
    const { output, ok } = await desk.run('solution', 'install', 'club')
    expect(ok).toBe(true)
    expect(output).toContain('release 3')
    expect(output).not.toContain('At the next start')
  })

  it.each([
    ['a broken reference', () => aFile('install-broken.json', withoutForm), 'transitions.send_to_team'],
    ['what would falsify what is stored', () => aFile('loss.json', withFeeAsText), 'fields.team'],
    ['what is neither a file nor a solution', () => 'moon', 'club'],
  ])('refuses %s, and publishes nothing', async (_, file, reason) => {
    const { output, ok } = await desk.run('solution', 'install', file())
    expect(ok).toBe(false)
    expect(output).toContain(reason)
    const { rows } = await sql<{ number: number }>`select max(number) as number from releases`.execute(
      club.platform.db,
    )
    expect(rows).toEqual([{ number: 3 }])
  })
})

describe('solution export', () => {
  it('writes the release in force, which installed again changes nothing', async () => {
    const file = join(desk.folder, 'exported.json')
    expect(await desk.run('solution', 'export', 'club', file)).toMatchObject({ ok: true })
    expect(readFileSync(file, 'utf8')).toBe(exportSolution(clubSolution))
    expect((await desk.run('solution', 'install', file)).output).toContain('already published')
  })

  it('prints it alone without a file', async () => {
    const { output } = await desk.run('solution', 'export', 'club')
    expect(JSON.parse(output)).toEqual(clubSolution)
  })

  it('refuses an unknown key, and to write over a file', async () => {
    expect(await desk.run('solution', 'export', 'moon')).toMatchObject({ ok: false })
    const kept = aFile('kept.json', withNickname)
    const before = readFileSync(kept, 'utf8')
    expect(await desk.run('solution', 'export', 'club', kept)).toMatchObject({ ok: false })
    expect(readFileSync(kept, 'utf8')).toBe(before)
  })
})
