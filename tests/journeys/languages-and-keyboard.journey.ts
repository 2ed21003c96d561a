// SPDX-License-Identifier: MIT
import { Keyboard } from './support/keyboard.ts'
import { contact, numberOnPage, prepareReport } from './support/filing.ts'
import { answer } from './support/form.ts'
import { aMailbox } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('the catalogue and a sheet are read in English, without JavaScript', async ({ visitWithoutScripts }) => {
  const reader = await visitWithoutScripts()
  const title = reader.getByRole('heading', { level: 1 })
  await reader.goto('/')
  await reader.getByRole('link', { name: 'English' }).click()
  await expect(reader.locator('html')).toHaveAttribute('lang', 'en')
  await expect(title).toHaveText('What would you like to do?')
  await reader.getByRole('link', { name: 'Report a problem in the street' }).click()
  await expect(title).toHaveText('Report a problem in the street')
  await expect(reader.getByRole('button', { name: 'Start the request' })).toBeVisible()
  // The way back keeps the page.
  await reader.getByRole('link', { name: 'Français' }).click()
  await expect(title).toHaveText('Signaler un problème dans la rue')
})

test('a form follows the language of its reader, with what was typed', async ({ visitWithoutScripts }) => {
  const reader = await visitWithoutScripts()
  await reader.goto('/demarches/signaler-un-probleme')
  await reader.getByRole('button', { name: 'Commencer la demande' }).click()
  await answer(reader, { 'Ce que vous avez vu': 'Banc cassé' })
  await reader.getByRole('button', { name: 'Continuer' }).last().click()
  await reader.getByRole('link', { name: 'English' }).click()
  await expect(reader.getByRole('textbox', { name: 'What you saw' })).toHaveValue('Banc cassé')
  await expect(reader.getByRole('alert')).toContainText('What is it about?')
})

test('a request is filed with the keyboard alone, the focus always in sight', async ({
  visitWithoutScripts,
}) => {
  const page = await visitWithoutScripts()
  const keyboard = new Keyboard(page)
  await page.goto('/demarches/signaler-un-probleme')

  await test.step('the first stop skips to the content', async () => {
    const skip = page.getByRole('link', { name: 'Aller au contenu' })
    await keyboard.tabTo(skip)
    await expect(skip).toBeInViewport()
    await keyboard.press('Enter')
    await keyboard.tab()
    await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
  })

  await test.step('a page is filled and sent by the Enter key', async () => {
    await keyboard.tabTo(page.getByRole('button', { name: 'Commencer la demande' }))
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le problème')
    await keyboard.tabTo(page.getByRole('radio', { name: 'Éclairage public' }))
    await keyboard.press('ArrowDown') // the arrow chooses the next one
    await expect(page.getByRole('radio', { name: 'Chaussée ou trottoir' })).toBeChecked()
    await keyboard.typeInto(page.getByRole('textbox', { name: 'Ce que vous avez vu' }), 'Pavé descellé')
    await keyboard.tabTo(page.getByRole('radio', { name: 'Oui' }))
    await keyboard.press('ArrowDown')
    await keyboard.typeInto(page.getByRole('textbox', { name: 'Description' }), 'Devant la fontaine.')
    await keyboard.tabTo(page.getByRole('main').getByRole('button', { name: 'Continuer' }).last())
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le lieu et les photos')
    await keyboard.typeInto(page.getByRole('textbox', { name: 'Adresse du problème' }), '3 place aux Aires')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vos coordonnées')
  })

  await test.step('the summary of problems comes first, and leads to its fields', async () => {
    await keyboard.typeInto(page.getByLabel('Prénom'), 'Rose')
    await keyboard.press('Enter')
    await expect(page.getByRole('alert')).toBeFocused()
    await keyboard.tabTo(page.getByRole('alert').getByRole('link', { name: 'Votre courriel' }))
    await keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Votre courriel' })).toBeFocused()
    await keyboard.type(aMailbox('rose.clavier'))
    await keyboard.tabTo(page.getByRole('checkbox', { name: 'J’accepte' }))
    await keyboard.press('Space')
    await page.getByLabel('Nom', { exact: true }).focus()
    await keyboard.type('Tessier')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relisez avant d’envoyer')
  })

  await keyboard.tabTo(page.getByRole('button', { name: 'Envoyer ma demande' }))
  await keyboard.press('Enter')
  expect(await numberOnPage(page)).toMatch(/^PLS-/)
})

test('a window of 320 pixels, or a zoom of 400 %, needs no scrolling sideways', async ({
  visitWithoutScripts,
}) => {
  const page = await visitWithoutScripts({ viewport: { width: 320, height: 640 } })
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await page.goto('/')
  expect(await overflow()).toBeLessThanOrEqual(0)
  await prepareReport(page, aMailbox('rose.etroite'))
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('link', { name: 'Modifier Vos coordonnées' }).click()
  await answer(page, contact('fausse'))
  expect(await overflow()).toBeLessThanOrEqual(0)
})
