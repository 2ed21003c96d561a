// SPDX-License-Identifier: MIT
import { expectAccessible } from './support/accessibility.ts'
import { act, openAction, openFromQueue } from './support/desk.ts'
import { photo } from './support/files.ts'
import { contact, fileReport, numberOnPage, thePlace, theProblem } from './support/filing.ts'
import { answer, fillStep, goOn } from './support/form.ts'
import { expireLink } from './support/links.ts'
import { aMailbox, signIn, typeCredentials } from './support/people.ts'
import { expect, type Page, test } from './support/test.ts'

/** One page after the other, at its address. */
async function expectAllAccessible(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address)
    await expectAccessible(page, address)
  }
}

test('the pages that the public reads', async ({ visit }) => {
  await expectAllAccessible(await visit(), [
    '/',
    '/?q=lampadaire',
    '/?q=zzzz',
    '/demarches/signaler-un-probleme',
    '/demarches/inscription-cantine',
    '/suivre',
    '/aide',
    '/accessibilite',
    '/mentions-legales',
    '/donnees-personnelles',
    '/nulle-part',
  ])
})

test('the pages of an account', async ({ visit }) => {
  const person = await visit()
  await expectAllAccessible(person, [
    '/connexion',
    '/connexion/lien',
    '/connexion/lien/inconnu',
    '/connexion/mot-de-passe',
    '/connexion/mot-de-passe/inconnu',
    '/compte/creer',
    '/compte/confirmer/inconnu',
  ])
  await person.goto('/connexion')
  await typeCredentials(person, 'usager@plassans.example', 'pas celui-là')
  await expect(person.getByRole('alert')).toBeVisible()
  await expectAccessible(person, 'a refused sign-in')
  await signIn(person, 'usager@plassans.example')
  await expectAllAccessible(person, ['/compte', '/mes-demandes'])
  await person.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expectAccessible(person, 'a request of the account')
})

test('filing, with its problems shown', async ({ visit }) => {
  const citizen = await visit()
  await citizen.goto('/demarches/signaler-un-probleme')
  await goOn(citizen, 'Commencer la demande')
  await expectAccessible(citizen, 'an empty page of a form')
  await goOn(citizen)
  await expectAccessible(citizen, 'a page of a form with its problems')
  await fillStep(citizen, 'Le problème', theProblem)
  await answer(citizen, { Photos: { file: photo } })
  // With scripts the file is sent at once, and the form after it.
  await goOn(citizen)
  await expect(citizen.getByRole('alert')).toBeVisible()
  await expectAccessible(citizen, 'a page of a form with a received file')
  await fillStep(citizen, 'Le lieu et les photos', thePlace)
  await expectAccessible(citizen, 'the contact page')
  await fillStep(citizen, 'Vos coordonnées', contact(aMailbox('paul.lecteur')))
  await expectAccessible(citizen, 'the check of the answers')
  await citizen.goto('/')
  await expectAccessible(citizen, 'the first page with a draft')
  await citizen.getByRole('link', { name: 'Supprimer' }).click()
  await expectAccessible(citizen, 'the erasing of a draft')
  await citizen.goBack()
  await citizen.getByRole('link', { name: 'Reprendre mon brouillon' }).click()
  await citizen.goto(citizen.url().replace(/etape\/.*$/, 'verifier'))
  await goOn(citizen, 'Envoyer ma demande')
  await numberOnPage(citizen)
  await expectAccessible(citizen, 'the confirmation')
})

test('groups of questions that repeat', async ({ visit }) => {
  const parent = await visit()
  await parent.goto('/demarches/inscription-cantine')
  await goOn(parent, 'Commencer la demande')
  await expectAccessible(parent, 'a form with a group')
  await goOn(parent)
  await expectAccessible(parent, 'a form with a group and its problems')
})

test('the pages that a link opens', async ({ visit, outbox }) => {
  const mailbox = aMailbox('paul.lien')
  const citizen = await visit()
  const number = await fileReport(citizen, mailbox)
  const { link } = await outbox.lastTo(mailbox, number)
  await citizen.goto(link)
  await expectAccessible(citizen, 'the request of a link')
  await citizen.getByRole('link', { name: 'Retirer ma demande' }).click()
  await expectAccessible(citizen, 'an action of a link')
  await citizen.goto('/lien/inconnu')
  await expectAccessible(citizen, 'an unknown link')
  await expireLink(link)
  await citizen.goto(link)
  await expectAccessible(citizen, 'an expired link')
  await goOn(citizen, 'Recevoir un nouveau lien')
  await expectAccessible(citizen, 'a renewed link')
})

test('the desk and what a service sees', async ({ visit, visitAs, outbox }) => {
  const number = await fileReport(await visit(), aMailbox('paul.bureau'))
  const agent = await visitAs('agent@plassans.example')
  await expectAllAccessible(agent, [
    '/bureau/town-desk/my-queue',
    '/bureau/town-desk/all',
    '/bureau/town-desk/all?q=zzzz',
    '/bureau/town-desk/inconnue',
  ])
  await agent.setViewportSize({ width: 1280, height: 900 })
  await openFromQueue(agent, number)
  await expectAccessible(agent, 'an entry')
  await agent.getByRole('link', { name: 'Historique' }).click()
  await expect(agent).toHaveURL(/historique/)
  await expectAccessible(agent, 'the history of an entry')
  await openAction(agent, 'Transmettre')
  await goOn(agent, 'Transmettre')
  await expect(agent.getByRole('alert')).toBeVisible()
  await expectAccessible(agent, 'an action with its problems')
  await agent.getByRole('link', { name: 'Annuler' }).click()
  await act(agent, 'Transmettre', { Service: 'Voirie' })
  await expect(agent.getByRole('status')).toBeVisible()
  await expectAccessible(agent, 'an entry after an action')
  const service = await visit()
  await service.goto((await outbox.lastTo('voirie@plassans.example', number)).link)
  await expectAccessible(service, 'the work of a service')
})

test('the outbox and a mail', async ({ visit, outbox }) => {
  const mailbox = aMailbox('paul.courrier')
  const number = await fileReport(await visit(), mailbox)
  const admin = await outbox.open(mailbox, number)
  await expectAccessible(admin, 'a mail in the studio')
  const preview = (await admin.locator('iframe').getAttribute('src')) ?? ''
  const mail = await visit()
  // In its frame no script runs, axe's included: the same HTML is read outside.
  await mail.setContent(await (await admin.request.get(preview)).text())
  await expectAccessible(mail, 'a mail as it is received')
  await expectAllAccessible(admin, ['/studio/envois', '/studio/envois?q=zzzz'])
})
