// SPDX-License-Identifier: MIT
import { expectAccessible } from './support/accessibility.ts'
import { goOn } from './support/form.ts'
import { aMailbox, typeCredentials } from './support/people.ts'
import { expect, type Page, test } from './support/test.ts'

const password = 'trois pommes et un banc'

test('a person adds a passkey, signs in with it, and sees where their account is open', async ({
  visit,
  outbox,
}) => {
  const mailbox = aMailbox('hugo.lantier')
  const person = await visit()
  const title = person.getByRole('heading', { level: 1 })
  await anAuthenticatorFor(person)

  await test.step('an account, and its security', async () => {
    await person.goto('/compte/creer')
    await person.getByLabel('Prénom').fill('Hugo')
    await person.getByLabel('Nom', { exact: true }).fill('Lantier')
    await person.getByLabel('Adresse électronique').fill(mailbox)
    await person.getByLabel('Mot de passe').fill('hugo.lantier 2026')
    await goOn(person, 'Créer mon compte')
    await expect(person.getByRole('alert')).toContainText('fait de votre nom')
    await person.getByLabel('Mot de passe').fill(password)
    await goOn(person, 'Créer mon compte')
    await person.goto((await outbox.lastTo(mailbox, 'Confirmez la création')).link)
    await person.getByLabel('Mot de passe').fill(password)
    await goOn(person, 'Confirmer et me connecter')
    await expect(title).toHaveText('Mes demandes')
    await person.goto('/compte/securite')
    await expect(person.getByRole('main')).toContainText('protégé que par un seul moyen')
    await expectAccessible(person, 'security of the account')
  })

  await test.step('a passkey, and the codes that replace it', async () => {
    await person.getByRole('link', { name: 'Ajouter une clé d’accès' }).click()
    await person.getByLabel('Nom de la clé').fill('Ordinateur')
    await goOn(person, 'Ajouter une clé d’accès')
    await expect(person.getByRole('status')).toContainText('La clé d’accès est ajoutée')
    await expect(person.locator('.codes li')).toHaveCount(10)
    await expectAccessible(person, 'recovery codes')
    await goOnTo(person, 'J’ai gardé mes codes')
    await expect(person.getByRole('main')).toContainText('Clé d’accès « Ordinateur »')
  })
  const [code = ''] = await recoveryCodes(person)

  await test.step('the passkey alone signs in', async () => {
    await signOut(person)
    await person.goto('/connexion')
    // Its browser offers it under the mailbox by itself, and the authenticator of this journey answers at once.
    await expect(title).toHaveText('Mes demandes')
    await signOut(person)
  })

  await test.step('a recovery code serves where the passkey is not, without scripts too', async () => {
    const away = await visit({ javaScriptEnabled: false })
    await away.goto('/connexion')
    await typeCredentials(away, mailbox, password)
    await expect(away.getByRole('heading', { level: 1 })).toHaveText('Confirmez que c’est vous')
    await away.getByLabel('Code de secours').fill('AAAAA-BBBBB')
    await goOn(away, 'Se connecter')
    await expect(away.getByRole('alert')).toContainText('ne convient pas')
    await away.getByLabel('Code de secours').fill(code)
    await away
      .getByRole('main')
      .locator('form:not([hidden])')
      .getByLabel('Se souvenir de cet appareil')
      .check()
    await goOn(away, 'Se connecter')
    await expect(away.getByRole('heading', { level: 1 })).toHaveText('Mes demandes')
    await away.goto('/compte/securite')
    await expect(away.getByRole('main')).toContainText('Appareils mémorisés')
    await away.getByRole('link', { name: 'Journal de mon compte' }).click()
    await expect(away.getByRole('main')).toContainText('Seconde preuve refusée')
    await expect(away.getByRole('main')).toContainText('Code de secours utilisé')
  })
})

/** Gives the browser an authenticator that holds passkeys and answers as its owner would. */
async function anAuthenticatorFor(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Makes them anew, since they are shown once. */
async function recoveryCodes(page: Page): Promise<string[]> {
  await page.goto('/compte/securite/codes')
  await goOn(page, 'Remplacer mes codes')
  return page.locator('.codes code').allTextContents()
}

async function goOnTo(page: Page, link: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: link }).click()
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/compte')
  await goOn(page, 'Se déconnecter')
  await expect(page).toHaveURL(/\/$/)
}
