// SPDX-License-Identifier: MIT
import { expectAccessible } from './support/accessibility.ts'
import { aMailbox, typeCredentials } from './support/people.ts'
import { expect, test } from './support/test.ts'

const password = 'trois pommes et un banc'

test('an administrator invites an agent, whose access ends with the role', async ({
  visit,
  visitAs,
  outbox,
}) => {
  const mailbox = aMailbox('zoe.puech')
  const admin = await visitAs('admin@plassans.example')
  const agent = await visit()

  await test.step('the role is given and the invitation mailed', async () => {
    await admin.goto('/studio/agents/inviter')
    await expectAccessible(admin, 'the invitation of an agent')
    await admin.getByLabel('Prénom et nom').fill('Zoé Puech')
    await admin.getByLabel('Courriel').fill(mailbox)
    await admin.getByLabel('Rôle').selectOption({ label: 'Agent du guichet' })
    await admin.getByLabel('Dans quel service ou organisme').selectOption({ label: 'Guichet unique' })
    await admin.getByRole('button', { name: 'Envoyer l’invitation' }).click()
    await expect(admin.getByRole('main')).toContainText('L’invitation est partie.')
  })

  await test.step('the agent chooses a password and works at the desk', async () => {
    await agent.goto((await outbox.lastTo(mailbox, 'Votre accès')).link)
    await agent.getByLabel('Mot de passe').fill(password)
    await agent.getByRole('button', { name: 'Enregistrer mon mot de passe' }).click()
    await expect(agent.getByRole('heading', { level: 1 })).toHaveText('Votre accès est prêt')
    await agent.goto('/connexion')
    await typeCredentials(agent, mailbox, password)
    await expect(agent).toHaveURL(/\/bureau/)
  })

  await test.step('the end of the role cuts the access at once', async () => {
    await admin.goto(`/studio/agents?q=${encodeURIComponent('Zoé Puech')}`)
    await admin.getByRole('row').filter({ hasText: mailbox }).getByRole('link').click()
    await admin.getByRole('button', { name: /Mettre fin/ }).click()
    await expect(admin.getByRole('main')).toContainText('l’accès est coupé')
    await agent.goto('/')
    await expect(agent.getByRole('link', { name: 'Espace agents' })).toHaveCount(0)
  })
})

test('an actor is added to the list and ended, never erased', async ({ visitAs }) => {
  const admin = await visitAs('admin@plassans.example')
  const name = `Régie des eaux ${process.pid}`
  await admin.goto('/studio/acteurs/nouveau')
  await expectAccessible(admin, 'a new actor')
  await admin.getByLabel('Nom', { exact: true }).fill(name)
  await admin.getByLabel('Nature').selectOption({ label: 'Service' })
  await admin.getByLabel('Courriel').fill(aMailbox('eaux'))
  await admin.getByRole('button', { name: 'Ajouter à la liste' }).click()
  const row = admin.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('Oui')
  await row.getByRole('button', { name: 'Ne plus proposer' }).click()
  await expect(row).toContainText('Non, depuis le')
})

test('the words of a mail are shown while they are typed, faulty tags with their place', async ({
  visitAs,
}) => {
  const admin = await visitAs('admin@plassans.example')
  await admin.goto('/studio/messages/town-desk/mails/receipt')
  await expectAccessible(admin, 'the words of a mail')
  const preview = admin.getByRole('region', { name: 'Aperçu' })
  await admin.getByLabel('Objet').first().fill('Bonjour {{ recipient.name }}')
  await expect(preview).toContainText('Bonjour Camille Exemple')
  await admin.getByLabel('Objet').first().fill('Bonjour {{ recipient.nom }}')
  await expect(preview).toContainText('« recipient.nom » n’existe pas ici')
})
