// SPDX-License-Identifier: MIT
import { fillStep, goOn } from './support/form.ts'
import { expect, type Page, test } from './support/test.ts'

const overview = '/bureau/tableaux/town-desk/overview'

/** The figures in a text: « 1 234 demandes » is 1234. */
const figuresIn = (text: string): number =>
  Number(/\d[\d\s\u202f]*/.exec(text)?.[0].replace(/\D/g, '') ?? '0')

/** Opens a number of the dashboard and expects the list to hold as many. */
async function opensAsMany(page: Page, title: string): Promise<void> {
  await page.goto(overview)
  const number = page.getByRole('region', { name: 'Chiffres principaux' }).getByRole('link', { name: title })
  const count = figuresIn(await number.innerText())
  await number.click()
  await expect(page).toHaveURL(/\/bureau\/town-desk\//)
  if (count === 0) await expect(page.getByRole('main').getByRole('row')).toHaveCount(0)
  else await expect(page.getByRole('main')).toContainText(new RegExp(`${count} demandes?`))
}

test('the supervisor reads where everything stands, and each number opens its list', async ({ visitAs }) => {
  const supervisor = await visitAs('superviseur@plassans.example')

  await test.step('from the rail of the desk', async () => {
    await supervisor.goto('/bureau')
    await supervisor
      .getByRole('navigation', { name: 'Espaces' })
      .getByRole('link', { name: 'Pilotage' })
      .click()
    await expect(supervisor.getByRole('heading', { level: 2, name: /Vue d’ensemble/ })).toBeVisible()
  })

  for (const title of ['Demandes en cours', 'En retard', 'Réorientées', 'Closes en 30 jours']) {
    await test.step(`« ${title} » opens as many requests`, () => opensAsMany(supervisor, title))
  }

  await test.step('a service, an age and a week open theirs', async () => {
    await supervisor.goto(overview)
    await supervisor.getByRole('link', { name: /Voirie, En cours/ }).click()
    await expect(supervisor).toHaveURL(/\/bureau\/town-desk\/open\?filtre\.unit=/)
    await supervisor.goto(overview)
    await supervisor.getByRole('link', { name: /plus de 21 j/ }).click()
    await expect(supervisor).toHaveURL(/filtre\.createdAt=/)
  })

  await test.step('on a phone nothing is wider than the screen', async () => {
    await supervisor.setViewportSize({ width: 390, height: 844 })
    await supervisor.goto(overview)
    const width = await supervisor.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBe(390)
  })
})

test('a request begun and not sent is counted, and nobody reads it', async ({
  visitAs,
  visitWithoutScripts,
}) => {
  const citizen = await visitWithoutScripts()
  await citizen.goto('/demarches/signaler-un-probleme')
  await goOn(citizen, 'Commencer la demande')
  await fillStep(citizen, 'Le problème', { 'Ce que vous avez vu': 'Un trou que personne ne doit lire' })
  const supervisor = await visitAs('superviseur@plassans.example')
  await supervisor.goto(overview)
  const drafts = supervisor.getByRole('region', { name: /Commencées, pas encore envoyées/ })
  await expect(drafts.getByRole('row').nth(1)).toContainText('Signaler un problème dans la rue')
  await expect(supervisor.getByRole('main')).not.toContainText('Un trou que personne ne doit lire')
})

test('a service sees the same dashboard of its own requests, without drafts', async ({ visitAs }) => {
  const service = await visitAs('voirie.karim@plassans.example')
  await opensAsMany(service, 'Demandes en cours')
  await service.goto(overview)
  await expect(service.getByRole('region', { name: 'Par service' }).getByRole('rowheader')).toHaveText([
    'Voirie',
    'Ensemble',
  ])
  await expect(service.getByRole('region', { name: /Commencées/ })).toHaveCount(0)
})
