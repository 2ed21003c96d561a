// SPDX-License-Identifier: MIT
import { act, openFromQueue } from './support/desk.ts'
import { disguisedProgram, photo } from './support/files.ts'
import { contact, numberOnPage } from './support/filing.ts'
import { answer, fillStep, goOn, problemInSummary } from './support/form.ts'
import { aMailbox, signIn } from './support/people.ts'
import { expect, test } from './support/test.ts'

const service = { name: 'Éclairage public', mailbox: 'eclairage@plassans.example' }

test('a request is filed without JavaScript, handled by the desk and a service, and answered', async ({
  visit,
  visitWithoutScripts,
  outbox,
}) => {
  const mailbox = aMailbox('paul.verdier')
  const citizen = await visitWithoutScripts()

  await test.step('the citizen finds the procedure in their own words', async () => {
    await citizen.goto('/')
    await citizen.getByRole('searchbox', { name: 'Rechercher une démarche' }).fill('lampadaire')
    await citizen.getByRole('button', { name: 'Rechercher' }).click()
    await expect(citizen.getByRole('heading', { name: 'Résultats pour « lampadaire »' })).toBeVisible()
    await citizen.getByRole('link', { name: 'Signaler un problème dans la rue' }).click()
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('Signaler un problème dans la rue')
    await goOn(citizen, 'Commencer la demande')
  })

  await test.step('what is missing is told beside each question and at the top', async () => {
    await goOn(citizen)
    await expect(citizen).toHaveTitle(/^Erreur/)
    await expect(citizen.getByRole('alert')).toBeFocused()
    await problemInSummary(citizen, 'Ce que vous avez vu').click()
    const observation = citizen.getByRole('textbox', { name: 'Ce que vous avez vu' })
    await expect(observation).toBeFocused()
    await expect(observation).toHaveAccessibleDescription(/Répondez à cette question/)
    await expect(citizen.getByRole('group', { name: 'De quoi s’agit-il ?' })).toContainText('Erreur : ')
  })

  await test.step('an answer brings its own question', async () => {
    await fillStep(citizen, 'Le problème', {
      'De quoi s’agit-il ?': 'Éclairage public',
      'Ce que vous avez vu': 'Lampadaire éteint',
      'Depuis quand ?': { Jour: '3', Mois: '11', Année: '2025' },
      'Quelqu’un peut-il être blessé ?': 'Non',
      Description: 'Éteint chaque soir depuis une semaine.',
    })
    await expect(citizen.getByRole('main')).toContainText('Votre réponse amène d’autres questions')
    await fillStep(citizen, 'Le problème', { 'Numéro sur le mât': 'EP 0417' })
  })

  await test.step('a program disguised as a picture is refused, what was typed is kept', async () => {
    await fillStep(citizen, 'Le lieu et les photos', {
      'Adresse du problème': '12 rue de la Banne, 99120 Plassans',
      Photos: { file: disguisedProgram },
    })
    await expect(citizen.getByRole('alert')).toContainText('photo.png')
    await expect(citizen.getByRole('textbox', { name: 'Adresse du problème' })).toHaveValue(/rue de la Banne/)
    await fillStep(citizen, 'Le lieu et les photos', { Photos: { file: photo } })
  })

  await test.step('a wrong address of e-mail is told where it was typed', async () => {
    await fillStep(citizen, 'Vos coordonnées', contact('paul.verdier'))
    await expect(problemInSummary(citizen, 'Votre courriel')).toBeVisible()
    await fillStep(citizen, 'Vos coordonnées', { 'Votre courriel': mailbox })
  })

  const number = await test.step('everything is read again, changed, then sent', async () => {
    const main = citizen.getByRole('main')
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('Relisez avant d’envoyer')
    await expect(main).toContainText('Lampadaire éteint')
    await expect(main.getByRole('img', { name: 'lampadaire.png' })).toBeVisible()
    await main.getByRole('link', { name: 'Modifier Le problème' }).click()
    await fillStep(citizen, 'Le problème', { 'Ce que vous avez vu': 'Deux lampadaires éteints' })
    await expect(main).toContainText('Deux lampadaires éteints')
    await goOn(citizen, 'Envoyer ma demande')
    return numberOnPage(citizen)
  })
  expect(number).toMatch(/^PLS-\d{4}-\d{5}$/)

  await test.step('the receipt leads to the request, in any browser', async () => {
    const receipt = await outbox.lastTo(mailbox, number)
    expect(receipt.subject).toContain('Nous avons bien reçu votre demande')
    const elsewhere = await visitWithoutScripts()
    await elsewhere.goto(receipt.link)
    await expect(elsewhere).not.toHaveURL(receipt.link) // the token leaves the address
    await expect(elsewhere.getByRole('heading', { level: 1 })).toContainText('Deux lampadaires éteints')
    await expect(elsewhere.getByRole('main')).toContainText(number)
    await expect(elsewhere.getByRole('link', { name: 'lampadaire.png' }).first()).toBeVisible()
  })

  const agent = await visit()
  await test.step('the desk asks for a correction', async () => {
    await signIn(agent, 'agent@plassans.example')
    await openFromQueue(agent, number)
    await act(agent, 'Demander une correction', {
      'Ce qu’il faut corriger ou compléter': 'De quel côté de la rue ?',
    })
    await expect(agent.getByRole('status')).toContainText('Correction attendue')
  })

  await test.step('the citizen answers from the mail, nothing having to be typed again', async () => {
    const asked = await outbox.lastTo(mailbox, 'Votre réponse est attendue')
    expect(asked.text).toContain('De quel côté de la rue ?')
    await citizen.goto(asked.link)
    const expected = citizen.getByRole('region', { name: 'Votre réponse est attendue' })
    await expect(expected).toContainText('De quel côté de la rue ?')
    await expected.getByRole('link', { name: 'Répondre', exact: true }).click()
    await expect(citizen.getByRole('textbox', { name: 'Ce que vous avez vu' })).toHaveValue(
      'Deux lampadaires éteints',
    )
    await answer(citizen, {
      'Précisions pour trouver l’endroit': 'Côté impair',
      'Votre message': 'Du côté de la boulangerie.',
    })
    await goOn(citizen, 'Répondre')
    await expect(citizen.getByRole('status')).toContainText('Votre demande est à jour')
  })

  await test.step('the desk reads the correction and transmits to the service', async () => {
    await openFromQueue(agent, number)
    await expect(agent.getByRole('main')).toContainText('Côté impair')
    await act(agent, 'Transmettre', {
      Service: service.name,
      'Le mot du guichet': 'Vérifié sur place ce matin.',
    })
    await expect(agent.getByRole('status')).toContainText('Chez le service')
    const told = await outbox.lastTo(mailbox, 'a été transmise')
    expect(told.subject).toContain(service.name)
  })

  await test.step('the service works from its mail in the browser of an agent, whose session stays apart', async () => {
    const work = await outbox.lastTo(service.mailbox, number)
    expect(work.text).toContain('Vérifié sur place ce matin.')
    await agent.goto(work.link)
    await expect(agent.getByRole('main')).toContainText(`Accès sécurisé pour ${service.name}, sans compte`)
    await expect(agent.getByRole('main')).toContainText('Paul Verdier')
    await agent.getByRole('link', { name: 'Renvoyer au guichet' }).click()
    await answer(agent, { 'Pourquoi ce n’est pas pour votre service': 'C’est un luminaire privé.' })
    await goOn(agent, 'Renvoyer au guichet')
    // Its link closes at once: the service is thanked before or after.
    await expect(agent.getByRole('main')).toContainText('Votre réponse est enregistrée')
    await expect(async () => {
      await agent.reload()
      await expect(agent.getByRole('heading', { level: 1 })).toHaveText(
        'Votre réponse est enregistrée. Merci.',
      )
    }).toPass()
  })

  await test.step('the desk, still signed in, reads who sent it back and why, then accepts', async () => {
    await openFromQueue(agent, number)
    await expect(agent.getByRole('main')).toContainText('C’est un luminaire privé.')
    await agent.getByRole('link', { name: 'Historique' }).click()
    const sentBack = agent.getByRole('listitem').filter({ hasText: 'C’est un luminaire privé.' })
    await expect(sentBack).toContainText(service.name)
    await expect(sentBack).not.toContainText('Nadia')
    await act(agent, 'Accepter et prévenir', {
      'Message au demandeur': 'Le propriétaire répare cette semaine.',
    })
    await expect(agent.getByRole('status')).toContainText('Acceptée')
  })

  await test.step('the citizen reads the answer in the mail and on the page of the request', async () => {
    const accepted = await outbox.lastTo(mailbox, 'est acceptée')
    expect(accepted.text).toContain('Le propriétaire répare cette semaine.')
    await citizen.goto(accepted.link)
    await expect(citizen.getByRole('main')).toContainText('Acceptée')
    await expect(citizen.getByRole('main')).toContainText('Le propriétaire répare cette semaine.')
  })
})
