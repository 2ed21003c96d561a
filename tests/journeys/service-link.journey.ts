// SPDX-License-Identifier: MIT
import { expectAccessible } from './support/accessibility.ts'
import { photo } from './support/files.ts'
import { answer, goOn } from './support/form.ts'
import { aMailbox } from './support/people.ts'
import { aRequestAt, type HeldRequest } from './support/requests.ts'
import { expect, type Page, test } from './support/test.ts'

const service = { name: 'Éclairage public', mailbox: 'eclairage@plassans.example' }

/** Unfolds an answer of the service; its form is in the page, with or without scripts. */
async function choose(page: Page, choice: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: choice }).click()
  await expect(page.getByRole('link', { name: choice })).toHaveAttribute('aria-current', 'true')
}

test('a service answers from its mails, with and without scripts, on a desk and on a phone', async ({
  visit,
  visitAs,
  visitWithoutScripts,
  outbox,
}) => {
  const agent = await visitAs('agent@plassans.example')
  const held = (what: string): Promise<HeldRequest> =>
    aRequestAt(service.name, agent, aMailbox('paul.verdier'), what)
  const [accepted, refused, incomplete, discussed] = await Promise.all([
    held('Lampadaire éteint'),
    held('Lampadaire à déplacer'),
    held('Lampadaire bruyant'),
    held('Lampadaire penché'),
  ])
  const desk = await visitWithoutScripts()
  const phone = await visitWithoutScripts({ viewport: { width: 390, height: 844 } })
  const open = async (page: Page, { number }: HeldRequest): Promise<void> => {
    await page.goto((await outbox.lastTo(service.mailbox, number)).link)
    await expect(page.getByRole('main')).toContainText(number)
  }

  await test.step('without scripts the page says how to print', async () => {
    await open(desk, accepted)
    await expect(desk.getByText('Pour garder cette page, imprimez-la')).toBeVisible()
    await expect(desk.getByRole('button', { name: 'Imprimer' })).toBeHidden()
  })

  await test.step('accepts, with the day of the work', async () => {
    await choose(desk, 'Accepter et prévenir')
    await answer(desk, {
      'Date d’intervention': { Jour: '15', Mois: '12', Année: '2026' },
      'Message au demandeur': 'Ampoule changée mardi.',
    })
    await goOn(desk, 'Accepter et prévenir')
    await expect(desk.getByRole('main')).toContainText('Votre réponse est enregistrée')
    const told = await outbox.lastTo(accepted.mailbox, 'est acceptée')
    expect(told.text).toContain('Ampoule changée mardi.')
    expect(told.text).toMatch(/15\sdécembre\s2026/)
  })

  await test.step('refuses, on a phone: not without a reason', async () => {
    await open(phone, refused)
    await choose(phone, 'Refuser')
    await goOn(phone, 'Refuser')
    await expect(phone.getByRole('alert')).toContainText('Motif du refus')
    await answer(phone, { 'Motif du refus': 'Le mât appartient au bailleur.' })
    await goOn(phone, 'Refuser')
    await expect(phone.getByRole('main')).toContainText('Votre réponse est enregistrée')
    const told = await outbox.lastTo(refused.mailbox, 'Réponse à votre demande')
    expect(told.text).toContain('Le mât appartient au bailleur.')
  })

  await test.step('asks for one answer by its name, which the mail and the page of the applicant repeat', async () => {
    await open(phone, incomplete)
    await choose(phone, 'Demander un complément')
    const asked = phone.getByRole('group', { name: /Réponses à corriger/ })
    await asked.getByRole('checkbox', { name: /^Constat/ }).check()
    await asked
      .getByLabel(/Constat/)
      .last()
      .fill('Quel bruit, et quand ?')
    await answer(phone, { 'Ce qu’il faut corriger ou compléter': 'Nous ne trouvons pas lequel.' })
    await goOn(phone, 'Demander un complément')
    await expect(phone.getByRole('status')).toBeVisible()
    const told = await outbox.lastTo(incomplete.mailbox, 'Votre réponse est attendue')
    expect(told.text).toContain('Une réponse est à corriger ou à compléter')
    expect(told.text).toContain('- Ce que vous avez vu : Quel bruit, et quand ?')
    await phone.goto(told.link)
    const expected = phone.getByRole('region', { name: 'Votre réponse est attendue' })
    await expect(expected).toContainText('Quel bruit, et quand ?')
  })

  await test.step('writes and attaches a file, with scripts; the applicant is told and sees it', async () => {
    const page = await visit()
    await open(page, discussed)
    await expect(page.getByRole('button', { name: 'Imprimer' })).toBeVisible()
    await expect(page.getByText('Pour garder cette page')).toBeHidden()
    await answer(page, {
      'Votre message': 'Voici ce que nous avons vu.',
      'Joindre des fichiers': { file: photo },
    })
    await page.getByRole('button', { name: 'Envoyer le message' }).click()
    await expect(page.getByRole('status')).toContainText('Votre message est envoyé')
    await expectAccessible(page, 'the page of a service')
    const told = await outbox.lastTo(discussed.mailbox, 'Nouveau message')
    await desk.goto(told.link)
    await expect(desk.getByRole('main')).toContainText('Voici ce que nous avons vu.')
    await expect(desk.getByRole('link', { name: 'lampadaire.png' }).first()).toBeVisible()
  })
})
