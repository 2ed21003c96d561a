// SPDX-License-Identifier: MIT
import { expect, type Page } from '@playwright/test'
import { type Answers, fillStep, goOn } from './form.ts'

export const theProblem: Answers = {
  'De quoi s’agit-il ?': 'Chaussée ou trottoir',
  'Ce que vous avez vu': 'Pavé descellé',
  'Quelqu’un peut-il être blessé ?': 'Non',
  Description: 'Un pavé manque devant la fontaine.',
}

export const thePlace: Answers = { 'Adresse du problème': '3 place aux Aires, 99120 Plassans' }

export const contact = (email: string, [firstName, lastName] = ['Paul', 'Verdier']): Answers => ({
  'Votre nom': { Prénom: firstName ?? '', Nom: lastName ?? '' },
  'Votre courriel': email,
  'Utilisation de vos données': 'J’accepte',
})

/** From the sheet to the page where everything is read again. */
export async function prepareReport(page: Page, email: string): Promise<void> {
  await page.goto('/demarches/signaler-un-probleme')
  await goOn(page, 'Commencer la demande')
  await fillStep(page, 'Le problème', theProblem)
  await fillStep(page, 'Le lieu et les photos', thePlace)
  await fillStep(page, 'Vos coordonnées', contact(email))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relisez avant d’envoyer')
}

/** Files a report of a problem in the street. @returns its number */
export async function fileReport(page: Page, email: string): Promise<string> {
  await prepareReport(page, email)
  await goOn(page, 'Envoyer ma demande')
  return numberOnPage(page)
}

/** The tracking number told once a request is sent. */
export async function numberOnPage(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre demande est envoyée')
  return page.locator('.sent__n').innerText()
}
