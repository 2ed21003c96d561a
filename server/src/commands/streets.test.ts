// SPDX-License-Identifier: MIT
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findAddresses } from '../modules/addresses/index.ts'
import { aTenant, type TestTenant } from '../testing/tenant.ts'
import { commandsOn, type Desk } from './commands.fixture.ts'

let club: TestTenant
let desk: Desk
beforeAll(async () => {
  club = await aTenant()
  desk = commandsOn(club.url)
})
afterAll(async () => {
  desk.remove()
  await club.close()
})

const importing = (text: string, ...options: string[]) => {
  const file = join(desk.folder, 'voies.csv')
  writeFileSync(file, text)
  return desk.run('streets', 'import', file, ...options)
}

it('imports the streets of a file, with the town when the file does not say it', async () => {
  const { output, ok } = await importing(
    'rue;numero\nRue Balaine;27\nRue Balaine;29\n',
    '--city',
    'Plassans',
    '--postcode',
    '99120',
  )
  expect(output).toMatch(/Streets: 1\. Numbers: 2\. Towns: 1\./)
  expect(ok).toBe(true)
  const [found] = await findAddresses(club.platform, '27 rue bal')
  expect(found?.address.label).toBe('27 rue Balaine, 99120 Plassans')
})

it.each([
  ['rue;ville;numero\nRue A;Aix;un\n', /ligne 2, colonne numero doit être un nombre entier \(un\)/],
  ['rue;numero\nRue A;1\n', /--city/],
  ['', /ne contient aucune voie/],
])('refuses %j and says where', async (text, told) => {
  const { output, ok } = await importing(text)
  expect(ok).toBe(false)
  expect(output).toMatch(told)
  expect(await findAddresses(club.platform, 'rue balaine')).toHaveLength(1)
})

it('refuses a file that is not there', async () => {
  expect(await desk.run('streets', 'import', join(desk.folder, 'nowhere.csv'))).toMatchObject({ ok: false })
})
