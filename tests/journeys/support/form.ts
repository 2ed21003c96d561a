// SPDX-License-Identifier: MIT
import { expect, type Locator, type Page } from '@playwright/test'

/** What is answered to a question: an option or a text; the parts of a date or a name; a file. */
export type Answer = string | Readonly<Record<string, string>> | { readonly file: UploadedFile }
export type UploadedFile = { name: string; mimeType: string; buffer: Buffer }
export type Answers = Readonly<Record<string, Answer>>

/** Answers questions of the page by their words, as they are read. */
export async function answer(page: Page, answers: Answers): Promise<void> {
  for (const [question, value] of Object.entries(answers)) await answerOne(page, question, value)
}

/** Answers the questions of a page of a form, then goes on. */
export async function fillStep(page: Page, title: string, answers: Answers): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await answer(page, answers)
  await goOn(page)
}

export async function goOn(page: Page, button = 'Continuer'): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
}

/** The line of the summary of problems about a question. */
export const problemInSummary = (page: Page, words: string): Locator =>
  page.getByRole('alert').getByRole('link', { name: words })

async function answerOne(page: Page, question: string, value: Answer): Promise<void> {
  const main = page.getByRole('main')
  if (isFile(value)) return main.getByLabel(question).setInputFiles(value.file)
  if (typeof value !== 'string') {
    const parts = main.getByRole('group', { name: question })
    for (const [label, part] of Object.entries(value))
      await parts.getByLabel(label, { exact: true }).fill(part)
    return
  }
  const boxes = main.getByRole('group', { name: question })
  if ((await boxes.count()) > 0) return boxes.getByLabel(value).check()
  const list = main.getByRole('combobox', { name: question })
  if ((await list.and(main.locator('select')).count()) > 0)
    return void (await list.selectOption({ label: value }))
  // With scripts, an address is a field with a list that opens.
  return main.getByRole('textbox', { name: question }).or(list).fill(value)
}

const isFile = (value: Answer): value is { file: UploadedFile } =>
  typeof value === 'object' && typeof value.file === 'object'
