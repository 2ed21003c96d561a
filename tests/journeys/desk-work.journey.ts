// SPDX-License-Identifier: MIT
import { expectAccessible } from './support/accessibility.ts'
import { expect, type Page, test } from './support/test.ts'

const agent = 'agent@plassans.example'

// They work on the same few closed requests.
test.describe.configure({ mode: 'serial' })

/** Opens a list and waits for its script: single keys act from then on. */
async function openList(page: Page, view: string): Promise<void> {
  await page.goto(`/bureau/town-desk/${view}`)
  await page.waitForLoadState('networkidle')
}

test('an agent narrows the list, keeps it under a name, deletes it and takes that back', async ({
  visitAs,
}) => {
  const page = await visitAs(agent)
  await openList(page, 'all')
  await page.getByText('Filtre', { exact: true }).click()
  await page.getByLabel('Cantine scolaire').check()
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await expect(page.getByRole('link', { name: 'Retirer le filtre : Démarche' })).toBeVisible()
  for (const row of await page
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .all()) {
    if ((await row.getByRole('checkbox', { name: /^Sélectionner PLS/ }).count()) > 0) {
      await expect(row).toContainText('Cantine scolaire')
    }
  }
  await page.getByText('Enregistrer cette vue').click()
  await page.getByLabel('Nom de la vue').fill('La cantine')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'La cantine' })).toBeVisible()
  await expect(page.getByRole('link', { name: /La cantine/ })).toHaveAttribute('aria-current', 'page')
  await page.getByLabel('Gérer cette vue').click()
  await page.getByRole('button', { name: 'Supprimer cette vue' }).click()
  await page.getByRole('button', { name: 'Annuler la suppression' }).click()
  await expect(page.getByRole('link', { name: /La cantine/ })).toBeVisible()
})

test('an agent archives what is closed in one go, reads each result, and takes it back', async ({
  visitAs,
}) => {
  const page = await visitAs(agent)
  await openList(page, 'to-archive')
  const boxes = page.getByRole('checkbox', { name: /^Sélectionner PLS/ })
  await boxes.nth(0).check()
  await boxes.nth(2).click({ modifiers: ['Shift'] })
  const chosen = 3
  await expect(page.getByRole('toolbar')).toContainText(`${chosen} fiches`)
  await page.getByRole('toolbar').getByRole('button', { name: 'Archiver' }).click()
  await page.getByRole('button', { name: `Archiver (${chosen} fiches)` }).click()
  await expect(page.getByRole('status')).toContainText(`${chosen} fiches traitées`)
  await expect(page.getByText('Archivée').first()).toBeVisible()
  await page.getByRole('button', { name: `Annuler pour ${chosen} fiches` }).click()
  await expect(page.getByText('Annulation d’une action précédente.')).toBeVisible()
  await expect(page.getByRole('status')).toContainText(`${chosen} fiches traitées`)
})

test('the same without JavaScript', async ({ visitAs, visitWithoutScripts }) => {
  const storageState = await (await visitAs(agent)).context().storageState()
  const page = await visitWithoutScripts({ storageState })
  await page.goto('/bureau/town-desk/to-archive')
  await page
    .getByRole('checkbox', { name: /^Sélectionner PLS/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Archiver' }).click()
  await page.getByRole('button', { name: 'Archiver (1 fiche)' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('1 fiche traitée')).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.getByRole('button', { name: 'Annuler pour 1 fiche' }).click()
})

test('the keyboard alone moves, selects, opens and asks for a correction of one answer', async ({
  visitAs,
}) => {
  const page = await visitAs(agent)
  await openList(page, 'to-check')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(page.getByRole('toolbar')).toContainText('2 fiches')
  await page.keyboard.press('x')
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Actions' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { level: 1, name: 'Demander une correction' })).toBeVisible()
  const asked = page.getByRole('group', { name: /Réponses à corriger/ })
  await asked.getByRole('checkbox').first().check()
  await asked.getByRole('textbox').first().fill('Précisez, s’il vous plaît.')
  await page.getByLabel('Ce qu’il faut corriger ou compléter').fill('Une réponse manque.')
  await expectAccessible(page, 'asking a correction')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('button', { name: 'Demander une correction' }).last().click()
  await expect(page.getByRole('heading', { name: 'Correction attendue' })).toBeVisible()
  await expect(page.getByText('Précisez, s’il vous plaît.')).toBeVisible()
})

test('an agent enters a request for somebody on the telephone', async ({ visitAs }) => {
  const page = await visitAs(agent)
  await openList(page, 'my-queue')
  await page.getByRole('link', { name: 'Saisir une demande' }).click()
  await page.getByRole('button', { name: 'Remplir le formulaire' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Prénom').fill('Honoré')
  await page.getByLabel('Nom', { exact: true }).fill('Sicard')
  await page.getByLabel('Par téléphone').check()
  await page.getByRole('button', { name: 'Remplir le formulaire' }).click()
  await expect(page.getByText('Vous saisissez cette demande pour Honoré Sicard')).toBeVisible()
})

test('every page of this work is accessible, at both widths', async ({ visitAs }) => {
  const page = await visitAs(agent)
  for (const address of ['/bureau/town-desk/my-queue', '/bureau/raccourcis', '/bureau/saisir']) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    await expectAccessible(page, address)
  }
})
