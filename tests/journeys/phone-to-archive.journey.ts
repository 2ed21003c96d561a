// SPDX-License-Identifier: MIT
import { act, openAction, openFromQueue } from './support/desk.ts'
import { photo } from './support/files.ts'
import { contact, numberOnPage, thePlace, theProblem } from './support/filing.ts'
import { answer, fillStep, goOn } from './support/form.ts'
import { aMailbox, signIn } from './support/people.ts'
import { expect, test } from './support/test.ts'

const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const lighting = { name: 'Éclairage public', mailbox: 'eclairage@plassans.example' }
const roads = { name: 'Voirie', mailbox: 'voirie@plassans.example' }

test('everybody works on a telephone, from the filing with a photo to the archive, and each is told', async ({
  visit,
  outbox,
}) => {
  const mailbox = aMailbox('zoe.coupeau')
  const citizen = await visit(telephone)
  const service = await visit(telephone)
  const agent = await visit(telephone)

  const number = await test.step('the citizen files with a photo', async () => {
    await citizen.goto('/demarches/signaler-un-probleme')
    await goOn(citizen, 'Commencer la demande')
    await fillStep(citizen, 'Le problème', theProblem)
    await answer(citizen, thePlace)
    await citizen.getByLabel('Photos').setInputFiles(photo)
    await expect(citizen.locator('[data-question=photos] li')).toContainText('Ajouté')
    await goOn(citizen)
    await fillStep(citizen, 'Vos coordonnées', contact(mailbox, ['Zoé', 'Coupeau']))
    await goOn(citizen, 'Envoyer ma demande')
    return numberOnPage(citizen)
  })

  await test.step('the desk asks to correct one answer by its name', async () => {
    await signIn(agent, 'agent@plassans.example')
    await openFromQueue(agent, number)
    await openAction(agent, 'Demander une correction')
    await agent.getByRole('checkbox', { name: /^Description/ }).check()
    await agent
      .getByLabel(/Description/)
      .last()
      .fill('Devant quel côté ?')
    await answer(agent, { 'Ce qu’il faut corriger ou compléter': 'La fontaine a deux côtés.' })
    await goOn(agent, 'Demander une correction')
    await expect(agent.getByRole('status')).toContainText('Correction attendue')
  })

  await test.step('the citizen corrects that answer and no other, by the link of the mail', async () => {
    const asked = await outbox.lastTo(mailbox, 'Votre réponse est attendue')
    expect(asked.text).toContain('- Description : Devant quel côté ?')
    await citizen.goto(asked.link)
    await citizen.getByRole('link', { name: 'Répondre', exact: true }).tap()
    await expect(citizen.getByRole('main')).toContainText('Devant quel côté ?')
    await expect(citizen.getByRole('textbox', { name: 'Ce que vous avez vu' })).toHaveCount(0)
    await answer(citizen, { Description: 'Un pavé manque devant la fontaine, côté mairie.' })
    await goOn(citizen, 'Répondre')
    await expect(citizen.getByRole('status')).toContainText('Votre demande est à jour')
  })

  await test.step('the desk passes it on to a service, which sends it back', async () => {
    await openFromQueue(agent, number)
    await expect(agent.getByRole('main')).toContainText('côté mairie')
    await act(agent, 'Transmettre', { Service: lighting.name, 'Le mot du guichet': 'Un mât à côté.' })
    await expect(agent.getByRole('status')).toContainText('Chez le service')
    await service.goto((await outbox.lastTo(lighting.mailbox, number)).link)
    await expect(service.getByRole('main')).toContainText(/Sans décision le .+ réputée rejetée/)
    await service.getByRole('link', { name: 'Renvoyer au guichet' }).tap()
    await answer(service, { 'Pourquoi ce n’est pas pour votre service': 'C’est pour la voirie.' })
    await goOn(service, 'Renvoyer au guichet')
    await expect(service.getByRole('main')).toContainText('Votre réponse est enregistrée')
  })

  await test.step('the desk passes it on to another, its first word forgotten; this one accepts', async () => {
    await openFromQueue(agent, number)
    await openAction(agent, 'Transmettre')
    await expect(agent.getByLabel('Le mot du guichet')).toHaveValue('')
    await answer(agent, { Service: roads.name })
    await goOn(agent, 'Transmettre')
    await expect(agent.getByRole('status')).toContainText('Chez le service')
    await service.goto((await outbox.lastTo(roads.mailbox, number)).link)
    await service.getByRole('link', { name: 'Accepter et prévenir' }).tap()
    await answer(service, { 'Message au demandeur': 'Le pavé est remis lundi.' })
    await goOn(service, 'Accepter et prévenir')
    await expect(service.getByRole('main')).toContainText('Votre réponse est enregistrée')
  })

  await test.step('the citizen reads the answer, the desk archives', async () => {
    const accepted = await outbox.lastTo(mailbox, 'est acceptée')
    expect(accepted.text).toContain('Le pavé est remis lundi.')
    await openFromQueue(agent, number)
    await act(agent, 'Archiver')
    await expect(agent.getByRole('status')).toContainText('Archivée')
    await citizen.goto(accepted.link)
    await expect(citizen.getByRole('main')).toContainText('Close')
    await expect(citizen.getByRole('main')).toContainText('Le pavé est remis lundi.')
  })

  await test.step('each was told once of what concerns them, in this order', async () => {
    const told = await outbox.linesAbout(number)
    expect(told.filter((line) => line.startsWith(mailbox))).toEqual([
      `${mailbox}: Nous avons bien reçu votre demande ${number}`,
      `${mailbox}: Votre réponse est attendue : demande ${number}`,
      `${mailbox}: Votre demande ${number} a été transmise à ${lighting.name} pour traitement`,
      `${mailbox}: Votre demande ${number} a été transmise à ${roads.name} pour traitement`,
      `${mailbox}: Votre demande ${number} est acceptée`,
    ])
    const title = 'Pavé descellé, 3 place aux Aires'
    const desk = ['agent@plassans.example', 'julien.mouret@plassans.example']
    const others = told.filter((line) => !line.startsWith(mailbox))
    expect(new Set(others)).toEqual(
      new Set([
        ...desk.map((one) => `${one}: Corrigée, à relire : ${title} (${number})`),
        `${lighting.mailbox}: À traiter : ${title} (${number})`,
        ...desk.map((one) => `${one}: Renvoyée au guichet : ${title} (${number})`),
        `${roads.mailbox}: À traiter : ${title} (${number})`,
      ]),
    )
    expect(others).toHaveLength(6)
  })
})
