// SPDX-License-Identifier: MIT
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openAction } from './support/desk.ts'
import { fileReport, theProblem } from './support/filing.ts'
import { answer, goOn } from './support/form.ts'
import { aMailbox } from './support/people.ts'
import { expect, type Page, test } from './support/test.ts'

const folder = join(import.meta.dirname, '../../solutions/town-desk/pictures')
mkdirSync(folder, { recursive: true })

/** The shapes that help pages know. */
const screen = { viewport: { width: 1280, height: 800 } }
const telephone = { viewport: { width: 390, height: 780 } }

test('@images of the help of the citizen', async ({ visit, outbox }) => {
  const citizen = await visit(telephone)
  await citizen.goto('/demarches/signaler-un-probleme')
  await take(citizen, 'citizen-sheet')
  await goOn(citizen, 'Commencer la demande')
  await answer(citizen, theProblem)
  await take(citizen, 'citizen-form')

  const mailbox = aMailbox('paul.verdier')
  const number = await fileReport(citizen, mailbox)
  await citizen.goto((await outbox.lastTo(mailbox, number)).link)
  await expect(citizen.getByRole('heading', { level: 1 })).toContainText('Pavé descellé')
  await take(citizen, 'citizen-request')
})

test('@images of the help of the desk and of the services', async ({ visit, visitAs, outbox }) => {
  const agent = await visitAs('agent@plassans.example')
  await agent.setViewportSize(screen.viewport)
  await agent.goto('/bureau/town-desk/my-queue')
  await take(agent, 'agent-queue')
  await agent.getByRole('link', { name: 'Arbre penché' }).click()
  await agent.getByRole('navigation', { name: 'Actions' }).waitFor()
  await take(agent, 'agent-entry')
  await openAction(agent, 'Demander une correction')
  await take(agent, 'agent-correction')
  await agent.goBack()
  await openAction(agent, 'Transmettre')
  await answer(agent, { Service: 'Voirie', 'Le mot du guichet': 'Vu ce matin, la branche touche la ligne.' })
  await take(agent, 'agent-transmit')
  await goOn(agent, 'Transmettre')
  await expect(agent.getByRole('status')).toContainText('Chez le service')

  const service = await visit(screen)
  await service.goto((await outbox.lastTo('voirie@plassans.example', 'Arbre penché')).link)
  await expect(service.getByRole('main')).toContainText('Arbre penché')
  await take(service, 'service-link')
  await service.getByRole('link', { name: 'Renvoyer au guichet' }).click()
  const why = service.getByRole('textbox', { name: 'Pourquoi ce n’est pas pour votre service' })
  await why.fill('Cet arbre est dans un jardin privé.')
  await take(
    service,
    'service-answer',
    await why.evaluate((field) => field.getBoundingClientRect().top + scrollY - 500),
  )
})

test('@images of the help of the supervisor', async ({ visitAs }) => {
  const supervisor = await visitAs('superviseur@plassans.example')
  await supervisor.setViewportSize(screen.viewport)
  await supervisor.goto('/bureau/tableaux/town-desk/overview')
  await take(supervisor, 'supervisor-dashboard')
  await supervisor.goto('/bureau/town-desk/all')
  await take(supervisor, 'supervisor-all')
})

/** What the window shows from that height of the page on, once nothing has the focus. */
async function take(page: Page, name: string, from = 0): Promise<void> {
  await page.evaluate((top) => {
    const focused = document.activeElement as HTMLElement | null
    focused?.blur()
    scrollTo(0, top)
  }, from)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 80 })
}
