// SPDX-License-Identifier: MIT
import { expectAccessible } from './support/accessibility.ts'
import { act, openFromQueue } from './support/desk.ts'
import { contact, numberOnPage, theProblem } from './support/filing.ts'
import { fillStep, goOn } from './support/form.ts'
import { aMailbox, signIn } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('a request is acknowledged at once, and its legal period is suspended while a document is awaited', async ({
  visit,
  visitWithoutScripts,
  outbox,
}) => {
  const mailbox = aMailbox('rose.lantier')
  const citizen = await visitWithoutScripts()
  await citizen.goto('/demarches/signaler-un-probleme')
  await goOn(citizen, 'Commencer la demande')
  await fillStep(citizen, 'Le problème', theProblem)
  await fillStep(citizen, 'Le lieu et les photos', {
    'Adresse du problème': '12 rue de la Banne, 99120 Plassans',
  })
  await fillStep(citizen, 'Vos coordonnées', contact(mailbox))
  await goOn(citizen, 'Envoyer ma demande')
  const number = await numberOnPage(citizen)

  await test.step('the mail of the filing carries the receipts, which open and print without scripts', async () => {
    const receipt = await outbox.lastTo(mailbox, number)
    expect(receipt.text).toContain('Accusé d’enregistrement électronique et accusé de réception')
    expect(receipt.text).toContain('réputée rejetée')
    await citizen.goto(receipt.link)
    await expect(citizen.getByRole('main')).toContainText('Sans réponse de notre part le')
    await citizen.getByRole('link', { name: 'Accusé de réception de votre demande' }).click()
    const main = citizen.getByRole('main')
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Accusé de réception de votre demande')
    await expect(main).toContainText(number)
    await expect(main).toContainText('Voies et délais de recours')
    await main.getByRole('link', { name: 'Retour à la demande' }).click()
    await expect(main).toContainText(number)
  })

  const agent = await visit()
  await test.step('asking for a required document suspends the period, on the desk and for the citizen', async () => {
    await signIn(agent, 'agent@plassans.example')
    await openFromQueue(agent, number)
    await expect(agent.getByRole('main')).toContainText('Délai légal')
    await act(agent, 'Demander une correction', {
      'Il manque une pièce ou une information exigée': 'Oui',
      'Ce qu’il faut corriger ou compléter': 'Envoyez-nous une photo du pavé.',
    })
    await expect(agent.getByRole('main')).toContainText('Délai suspendu')
    await agent.getByText('Registre du délai').click()
    await expect(agent.getByRole('main')).toContainText('Le délai est suspendu.')
    const asked = await outbox.lastTo(mailbox, 'Votre réponse est attendue')
    expect(asked.text).toContain('Pièces et informations à fournir au plus tard le')
    await citizen.goto(asked.link)
    await expect(citizen.getByRole('main')).toContainText('le délai de réponse est suspendu')
  })

  await test.step('the ledger and the receipt are accessible', async () => {
    await agent.getByText('Jour par jour').click()
    await expectAccessible(agent, 'the ledger')
    await agent.getByRole('link', { name: /^Accusé de réception de votre demande/ }).click()
    await expectAccessible(agent, 'the receipt')
  })
})
