// SPDX-License-Identifier: MIT
import { act, openAction, openFromQueue } from './support/desk.ts'
import { fileReport, numberOnPage, prepareReport } from './support/filing.ts'
import { answer, goOn } from './support/form.ts'
import { expireLink } from './support/links.ts'
import { aMailbox } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('of two agents on one request, the second is told and keeps what they typed', async ({
  visit,
  visitAs,
}) => {
  const number = await fileReport(await visit(), aMailbox('paul.deux'))
  const nadia = await visitAs('agent@plassans.example')
  const claire = await visitAs('superviseur@plassans.example')
  await openFromQueue(nadia, number)
  await openFromQueue(claire, number)

  await openAction(claire, 'Refuser')
  const words = 'Cette rue n’est pas à la commune.'
  await answer(claire, { 'Motif du refus': words })
  await act(nadia, 'Transmettre', { Service: 'Voirie' })
  await goOn(claire, 'Refuser')
  await expect(claire.getByRole('status')).toContainText('La demande a changé entre-temps')
  await expect(claire.getByRole('status')).toContainText('État actuel : Chez le service')
  await expect(claire.getByRole('textbox', { name: 'Motif du refus' })).toHaveValue(words)

  await test.step('and may send it again, knowing', async () => {
    await goOn(claire, 'Refuser')
    await expect(claire.getByRole('status')).toContainText('Refusée')
  })
})

test('what can no longer be done is told, and what was typed is not lost', async ({ visit, visitAs }) => {
  const number = await fileReport(await visit(), aMailbox('paul.tard'))
  const nadia = await visitAs('agent@plassans.example')
  const claire = await visitAs('superviseur@plassans.example')
  await openFromQueue(nadia, number)
  await openFromQueue(claire, number)

  await openAction(claire, 'Refuser')
  const words = 'Cette rue n’est pas à la commune.'
  await answer(claire, { 'Motif du refus': words })
  await act(nadia, 'Accepter et prévenir')
  await expect(nadia.getByRole('status')).toContainText('Acceptée')
  await goOn(claire, 'Refuser')
  await expect(claire.getByRole('main')).toContainText('État actuel : Acceptée')
  await expect(claire.getByRole('main')).toContainText(words)
})

test('an answer that is no longer awaited is told to the applicant, who works without scripts', async ({
  visitAs,
  visitWithoutScripts,
  outbox,
}) => {
  const mailbox = aMailbox('paul.lent')
  const citizen = await visitWithoutScripts()
  const number = await fileReport(citizen, mailbox)
  const nadia = await visitAs('agent@plassans.example')
  await openFromQueue(nadia, number)
  await act(nadia, 'Demander une correction', { 'Ce qu’il faut corriger': 'De quel côté ?' })
  await citizen.goto((await outbox.lastTo(mailbox, 'Votre réponse est attendue')).link)
  await citizen.getByRole('link', { name: 'Répondre', exact: true }).click()
  await act(nadia, 'Reprendre sans attendre')
  await expect(nadia.getByRole('status')).toContainText('Corrigée')

  await answer(citizen, { 'Votre message': 'Du côté de la boulangerie.' })
  await goOn(citizen, 'Répondre')
  await expect(citizen.getByRole('main')).toContainText('Action impossible')
  await expect(citizen.getByRole('main')).toContainText('Du côté de la boulangerie.')
})

test('a request sent twice, by a double click and from two windows, is filed once', async ({
  visitWithoutScripts,
  outbox,
}) => {
  const mailbox = aMailbox('paul.double')
  const citizen = await visitWithoutScripts()
  await prepareReport(citizen, mailbox)
  const window = await citizen.context().newPage()
  await window.goto(citizen.url())
  await citizen.getByRole('button', { name: 'Envoyer ma demande' }).dblclick()
  const number = await numberOnPage(citizen)
  await goOn(window, 'Envoyer ma demande')
  expect(await numberOnPage(window)).toBe(number)
  await outbox.lastTo(mailbox, number)
  expect(await outbox.countTo(mailbox)).toBe(1)
})

test('an expired link is renewed to the mailbox that had it, and shown to nobody', async ({
  visitWithoutScripts,
  outbox,
}) => {
  const mailbox = aMailbox('paul.expire')
  const citizen = await visitWithoutScripts()
  const number = await fileReport(citizen, mailbox)
  const { link: former } = await outbox.lastTo(mailbox, 'Nous avons bien reçu')
  await expireLink(former)

  const finder = await visitWithoutScripts()
  const refused = await finder.goto(former)
  expect(refused?.status()).toBe(410)
  await expect(finder.getByRole('main')).toContainText('Ce lien n’est plus valable')
  await expect(finder.locator('body')).not.toContainText(mailbox)
  await expect(finder.locator('body')).not.toContainText(number)
  await goOn(finder, 'Recevoir un nouveau lien')
  await expect(finder.getByRole('status')).toContainText('Un nouveau lien vient d’être envoyé')
  expect(await finder.content()).not.toMatch(/\/lien\/[\w-]{43}(?!.*retour)/)

  const { link: renewed } = await outbox.lastTo(mailbox, 'lien')
  expect(renewed).not.toBe(former)
  await citizen.goto(renewed)
  await expect(citizen.getByRole('main')).toContainText(number)
  expect((await finder.goto(former))?.status()).toBe(410)
})

test('a link that the desk took back opens nothing and is not renewed', async ({
  visit,
  visitAs,
  outbox,
}) => {
  const number = await fileReport(await visit(), aMailbox('paul.repris'))
  const agent = await visitAs('agent@plassans.example')
  await openFromQueue(agent, number)
  await act(agent, 'Transmettre', { Service: 'Voirie' })
  const service = await visit()
  await service.goto((await outbox.lastTo('voirie@plassans.example', number)).link)
  await expect(service.getByRole('main')).toContainText(number)

  await act(agent, 'Reprendre au guichet')
  await expect(agent.getByRole('status')).toContainText('Renvoyée au guichet')
  await expect(async () => {
    expect((await service.reload())?.status()).toBe(410)
  }).toPass()
  await expect(service.getByRole('main')).not.toContainText(number)
  const mailed = await outbox.lastTo('voirie@plassans.example', number)
  expect((await service.goto(mailed.link))?.status()).toBe(410)
  await expect(service.getByRole('main')).toContainText('adressez-vous au service qui vous l’a envoyé')
  await expect(service.getByRole('button', { name: 'Recevoir un nouveau lien' })).toHaveCount(0)
})
