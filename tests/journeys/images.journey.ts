// SPDX-License-Identifier: MIT
import { join } from 'node:path'
import { answer, goOn } from './support/form.ts'
import { signIn } from './support/people.ts'
import { type Page, test } from './support/test.ts'

const folder = join(import.meta.dirname, '../../docs/images')

test('@images of the README', async ({ visit }) => {
  const citizen = await visit()
  await citizen.goto('/')
  await take(citizen, 'home')
  await citizen.goto('/demarches/signaler-un-probleme')
  await goOn(citizen, 'Commencer la demande')
  await answer(citizen, {
    'De quoi s’agit-il ?': 'Éclairage public',
    'Ce que vous avez vu': 'Lampadaire éteint',
  })
  await citizen.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await take(citizen, 'form')

  const agent = await visit()
  await signIn(agent, 'agent@plassans.example')
  await take(agent, 'queue')
  await agent.goto('/bureau/town-desk/at-units')
  await agent.getByRole('main').getByRole('row').nth(1).getByRole('link').click()
  await agent.getByRole('navigation', { name: 'Actions' }).waitFor()
  await take(agent, 'entry')
})

/** The top of the page, 1280 by 900. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
