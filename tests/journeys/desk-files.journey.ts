// SPDX-License-Identifier: MIT
import { expectAccessible } from './support/accessibility.ts'
import { photo } from './support/files.ts'
import { expect, type Page, test } from './support/test.ts'

const agent = 'agent@plassans.example'
const plan = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nplan') }

/** The first request of the queue, and its address. */
async function openFirst(page: Page, view: string): Promise<string> {
  await page.goto(`/bureau/town-desk/${view}`)
  const href = await page.locator('td a').first().getAttribute('href')
  return (href ?? '').split('?')[0] ?? ''
}

test('files leave one by one with their progress, one that was lost is sent again, a PDF is read in place', async ({
  visitAs,
}) => {
  const page = await visitAs(agent)
  await page.goto(`${await openFirst(page, 'my-queue')}?onglet=pieces`)
  await page.waitForLoadState('networkidle')
  let sent = 0
  await page.route('**/pieces/envoi?*', async (route) => {
    sent += 1
    if (sent === 1) return route.abort()
    await new Promise((resolve) => setTimeout(resolve, 400))
    return route.continue()
  })
  const input = page.getByLabel('Déposez des fichiers ici')
  const send = page.getByRole('button', { name: 'Ajouter pour le guichet et le service' })

  await input.setInputFiles([photo, plan])
  await send.click()
  await expect(page.getByRole('alert')).toContainText('Le fichier n’est pas arrivé')
  await expect(page.getByRole('progressbar', { name: 'Envoi de plan.pdf' })).toBeVisible()
  await expectAccessible(page, 'files on their way')
  await page.getByRole('button', { name: 'Réessayer lampadaire.png' }).click()
  await expect(page.getByRole('img', { name: 'Aperçu de lampadaire.png' }).last()).toBeVisible()

  const preview = page.getByTitle('Aperçu de plan.pdf').last()
  await expect(preview).toBeAttached()
  const file = await page.request.get((await preview.getAttribute('src')) ?? '')
  expect(file.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^inline;/),
    'content-security-policy': expect.stringContaining('sandbox'),
  })

  await input.setInputFiles([{ ...plan, name: 'trop-tard.pdf' }])
  await send.click()
  await page.getByRole('button', { name: 'Annuler l’envoi trop-tard.pdf' }).click()
  await expect(page.getByText('trop-tard.pdf')).toHaveCount(0)
})

test('a request and a list on paper hold what they say, and nothing to press', async ({ visitAs }) => {
  const page = await visitAs(agent)
  await page.emulateMedia({ media: 'print' })
  const base = await openFirst(page, 'open')
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByText(/^Imprimé/)).toBeVisible()
  for (const hidden of ['navigation', 'searchbox', 'button', 'checkbox'] as const) {
    await expect(page.getByRole(hidden).filter({ visible: true })).toHaveCount(0)
  }

  await page.goto(base)
  const answers = await page.locator('main dl').first().locator('dt').allInnerTexts()
  expect(answers.length).toBeGreaterThan(3)
  await page.goto(`${base}/imprimer`)
  await expect(page.getByText(/^PLS-\d{4}-\d{5}$/)).toBeVisible()
  for (const answer of answers) await expect(page.getByText(answer, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Historique' })).toBeVisible()
  await expect(page.getByText('Demande déposée').first()).toBeVisible()
  for (const hidden of ['navigation', 'button'] as const) {
    await expect(page.getByRole(hidden).filter({ visible: true })).toHaveCount(0)
  }
})
