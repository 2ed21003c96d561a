// SPDX-License-Identifier: MIT
import { expect, type Page } from '@playwright/test'

/** Password of every account of the demonstration. */
export const demonstrationPassword = 'plassans-demo'

/** Signs in from the sign-in page and waits to be let in. */
export async function signIn(page: Page, email: string, password = demonstrationPassword): Promise<void> {
  await page.goto('/connexion')
  await typeCredentials(page, email, password)
  await expect(page).not.toHaveURL(/\/connexion/)
}

export async function typeCredentials(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Se connecter', exact: true }).click()
}

let made = 0

/** A mailbox that nobody else writes to: journeys run side by side on one server. */
export function aMailbox(name: string): string {
  made += 1
  return `${name}.${process.pid}.${made}@exemple.fr`
}
