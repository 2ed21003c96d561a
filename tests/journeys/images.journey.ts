// SPDX-License-Identifier: MIT
import { join } from 'node:path'
import { thePlace, theProblem } from './support/filing.ts'
import { answer, fillStep, goOn } from './support/form.ts'
import { type Page, test } from './support/test.ts'

const folder = join(import.meta.dirname, '../../docs/images')

test('@images of the README', async ({ visit, visitAs }) => {
  const citizen = await visit()
  await citizen.goto('/')
  await take(citizen, 'home')
  await citizen.goto('/demarches/signaler-un-probleme')
  await goOn(citizen, 'Commencer la demande')
  await fillStep(citizen, 'Le problème', theProblem)
  await answer(citizen, { ...thePlace, 'Précisions pour trouver l’endroit': 'Devant la fontaine' })
  await citizen.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await take(citizen, 'form')

  const agent = await visitAs('agent@plassans.example')
  await agent.goto('/bureau/town-desk/my-queue')
  await take(agent, 'queue')
  await agent.getByRole('link', { name: 'Dépôt sauvage' }).click()
  await agent.getByRole('navigation', { name: 'Actions' }).waitFor()
  await take(agent, 'entry')
})

/** The top of the page, 1280 by 900. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
