// SPDX-License-Identifier: MIT
import { prepareReport, numberOnPage } from './support/filing.ts'
import { goOn } from './support/form.ts'
import { aMailbox, signIn, typeCredentials } from './support/people.ts'
import { expect, type Page, test } from './support/test.ts'

const password = 'trois pommes et un banc'
const another = 'quatre poires sous un toit'

test('a person has an account, files, comes back by link and by password', async ({ visit, outbox }) => {
  const mailbox = aMailbox('rose.tessier')
  const person = await visit()
  const title = person.getByRole('heading', { level: 1 })

  await test.step('the account is made once the mailbox is proved', async () => {
    await person.goto('/compte/creer')
    await person.getByLabel('Prénom').fill('Rose')
    await person.getByLabel('Nom', { exact: true }).fill('Tessier')
    await person.getByLabel('Adresse électronique').fill(mailbox)
    await person.getByLabel('Mot de passe').fill('court')
    await goOn(person, 'Créer mon compte')
    await expect(person.getByRole('alert')).toContainText('mot de passe plus long')
    await expect(person.getByLabel('Adresse électronique')).toHaveValue(mailbox)
    await person.getByLabel('Mot de passe').fill(password)
    await goOn(person, 'Créer mon compte')
    await expect(person.getByRole('main')).toContainText('Regardez vos courriels')
    await person.goto((await outbox.lastTo(mailbox, 'Confirmez la création')).link)
    await person.getByLabel('Mot de passe').fill(password)
    await goOn(person, 'Confirmer et me connecter')
    await expect(title).toHaveText('Mes demandes')
  })

  await test.step('what is known is proposed, what is filed is found again', async () => {
    await prepareReport(person, mailbox)
    await person.getByRole('link', { name: 'Modifier Vos coordonnées' }).click()
    await expect(person.getByLabel('Votre courriel')).toHaveValue(mailbox)
    await goOn(person)
    await goOn(person, 'Envoyer ma demande')
    const number = await numberOnPage(person)
    await person.getByRole('link', { name: 'Mes demandes' }).click()
    await person.getByRole('listitem').filter({ hasText: number }).getByRole('link').click()
    await expect(person.getByRole('main')).toContainText(`N° ${number}`)
  })

  await signOut(person)
  await person.goto('/mes-demandes')
  await expect(title).toHaveText('Se connecter')

  await test.step('a wrong password is told, and nothing more', async () => {
    await typeCredentials(person, mailbox, 'deux prunes dans un panier')
    await expect(person.getByRole('alert')).toContainText('ne correspond pas')
    await typeCredentials(person, aMailbox('personne'), password)
    await expect(person.getByRole('alert')).toContainText('ne correspond pas')
  })

  await test.step('a link by e-mail signs in once', async () => {
    await person.goto('/connexion/lien')
    await person.getByLabel('Adresse électronique').fill(mailbox)
    await goOn(person, 'Recevoir le lien')
    const { link } = await outbox.lastTo(mailbox, 'Votre lien de connexion')
    await person.goto(link)
    await goOn(person, 'Se connecter')
    await expect(title).toHaveText('Mes demandes')
    await signOut(person)
    await person.goto(link)
    await expect(title).toHaveText('Ce lien ne fonctionne plus')
  })

  await test.step('a forgotten password is chosen anew, the former one no longer opens', async () => {
    await person.goto('/connexion/mot-de-passe')
    await person.getByLabel('Adresse électronique').fill(mailbox)
    await goOn(person, 'Recevoir le lien')
    await person.goto((await outbox.lastTo(mailbox, 'Choisir un nouveau mot de passe')).link)
    await person.getByLabel('Mot de passe').fill(another)
    await goOn(person, 'Enregistrer le mot de passe')
    await expect(title).toHaveText('Votre mot de passe est changé')
    await person.goto('/connexion')
    await typeCredentials(person, mailbox, password)
    await expect(person.getByRole('alert')).toContainText('ne correspond pas')
    await signIn(person, mailbox, another)
    await expect(title).toHaveText('Mes demandes')
  })
})

async function signOut(page: Page): Promise<void> {
  await page.goto('/compte')
  await goOn(page, 'Se déconnecter')
  await expect(page.getByRole('link', { name: 'Se connecter' }).first()).toBeVisible()
}
