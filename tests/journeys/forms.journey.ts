// SPDX-License-Identifier: MIT
import { expectAccessible } from './support/accessibility.ts'
import { disguisedProgram, photo } from './support/files.ts'
import { contact, theProblem } from './support/filing.ts'
import { answer, fillStep, goOn } from './support/form.ts'
import { aMailbox } from './support/people.ts'
import { expect, test } from './support/test.ts'

const sheet = '/demarches/signaler-un-probleme'

test('a form keeps what is typed, completes an address by the keyboard and sends photos one by one', async ({
  visit,
}) => {
  const page = await visit({ viewport: { width: 390, height: 844 }, hasTouch: true })
  await page.goto(sheet)
  await goOn(page, 'Commencer la demande')

  await test.step('a choice brings its question at once, and takes it back', async () => {
    const kind = page.getByRole('group', { name: 'De quoi s’agit-il ?' })
    await kind.getByLabel('Éclairage public').check()
    await expect(page.getByRole('textbox', { name: 'Numéro sur le mât' })).toBeVisible()
    await kind.getByLabel('Propreté').check()
    await expect(page.getByRole('textbox', { name: 'Numéro sur le mât' })).toHaveCount(0)
  })

  await test.step('what was typed is there after the page was left in the middle', async () => {
    const kept = page.waitForResponse((answered) => answered.url().endsWith('/garder') && answered.ok())
    await page.getByRole('textbox', { name: 'Ce que vous avez vu' }).fill('Pavé descellé')
    await kept
    await page.goto('/')
    await page.getByRole('link', { name: /Reprendre mon brouillon/ }).click()
    await expect(page.getByRole('textbox', { name: 'Ce que vous avez vu' })).toHaveValue('Pavé descellé')
    await fillStep(page, 'Le problème', theProblem)
  })

  const line = page.getByRole('combobox', { name: 'Adresse du problème' })
  await test.step('an address is chosen with the keyboard alone', async () => {
    await line.pressSequentially('14 rue de la ba')
    const first = page.getByRole('option', { name: /14 rue de la Banne/ })
    await expect(first).toBeVisible()
    await expectAccessible(page, 'the list of addresses')
    await line.press('ArrowDown')
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await line.press('Escape')
    await expect(first).toBeHidden()
    await line.press('ArrowDown')
    await line.press('ArrowDown')
    await line.press('Enter')
    await expect(line).toHaveValue('14 rue de la Banne, 99120 Plassans')
  })

  await test.step('files are sent at once; what is refused is told beside; one is taken away and put back', async () => {
    const files = page.locator('[data-question=photos] li')
    await page.getByLabel('Photos').setInputFiles([photo, disguisedProgram])
    await expect(files.filter({ hasText: 'photo.png' }).getByRole('alert')).toBeVisible()
    const received = files.filter({ hasText: 'lampadaire.png' })
    await expect(received).toContainText('Ajouté')
    await received.getByRole('button', { name: /Retirer/ }).click()
    await expect(received).toContainText('Il ne sera pas envoyé')
    await received.getByRole('button', { name: 'Remettre' }).click()
    await expect(received).toContainText('Ajouté')
    await goOn(page)
  })

  await test.step('all of it is on the page where everything is read again', async () => {
    await fillStep(page, 'Vos coordonnées', contact(aMailbox('paul.verdier')))
    const main = page.getByRole('main')
    await expect(main).toContainText('14 rue de la Banne, 99120 Plassans')
    await expect(main.getByRole('img', { name: 'lampadaire.png' })).toHaveCount(1)
  })
})

test('without JavaScript an address is chosen among radio buttons, and a draft goes on by a link in a mail', async ({
  visit,
  visitWithoutScripts,
  outbox,
}) => {
  const page = await visitWithoutScripts()
  const mailbox = aMailbox('zoe.chantegreil')
  await page.goto(sheet)
  await goOn(page, 'Commencer la demande')
  await fillStep(page, 'Le problème', theProblem)
  await fillStep(page, 'Le lieu et les photos', { 'Adresse du problème': 'rue ba' })
  await expect(page.getByRole('alert')).toContainText('Choisissez l’adresse')
  await answer(page, { 'Adresses trouvées': 'Rue Balaine' })
  await goOn(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vos coordonnées')

  await answer(page, { 'Votre nom': { Prénom: 'Zoé', Nom: 'Chantegreil' } })
  await goOn(page, 'Recevoir un lien pour reprendre plus tard')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre brouillon est enregistré')
  await answer(page, { 'Votre adresse électronique': 'zoe' })
  await goOn(page, 'Recevoir le lien')
  await expect(page.getByRole('main')).toContainText('nom@exemple.fr')
  await answer(page, { 'Votre adresse électronique': mailbox })
  await goOn(page, 'Recevoir le lien')
  await expect(page.getByRole('status')).toContainText(mailbox)

  const elsewhere = await visit()
  const { link } = await outbox.lastTo(mailbox, 'Reprendre votre demande')
  await elsewhere.goto(link)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Vos coordonnées')
  await expect(elsewhere.getByRole('textbox', { name: 'Prénom' })).toHaveValue('Zoé')
  await expectAccessible(elsewhere, 'a draft resumed')
})

test('an agent who opens a public form is told that it is filed as anybody’s', async ({ visitAs }) => {
  const agent = await visitAs('agent@plassans.example')
  await agent.goto(sheet)
  await expect(agent.getByRole('main')).toContainText('Vous êtes connecté comme agent')
  await expectAccessible(agent, 'the sheet, for an agent')
  await goOn(agent, 'Faire la demande pour moi-même')
  await expect(agent.getByRole('main')).toContainText('vos fonctions d’agent n’y comptent pas')
})
