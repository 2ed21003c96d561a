// SPDX-License-Identifier: MIT
import { expect, type Locator, type Page } from '@playwright/test'
import { type Answers, answer, goOn } from './form.ts'

/** Looks a request up in the queue by its number and opens it. */
export async function openFromQueue(agent: Page, number: string): Promise<void> {
  await agent.goto('/bureau/town-desk/all')
  await agent.getByRole('searchbox').fill(number)
  await agent.getByRole('searchbox').press('Enter')
  const row = agent.getByRole('row').filter({ hasText: number })
  await expect(agent.locator('tbody').getByRole('row')).toHaveCount(1)
  await row.getByRole('link').click()
  await expect(actions(agent)).toBeVisible()
}

/** Takes an action of the open entry: its page, its answers, its button. */
export async function act(agent: Page, action: string, answers: Answers = {}): Promise<void> {
  await openAction(agent, action)
  await answer(agent, answers)
  await goOn(agent, action)
}

export async function openAction(agent: Page, action: string): Promise<void> {
  await actions(agent).getByRole('link', { name: action }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toHaveText(action)
}

const actions = (agent: Page): Locator => agent.getByRole('navigation', { name: 'Actions' })
