// SPDX-License-Identifier: MIT
import { expect, type Page } from '@playwright/test'

/** A mail as its reader has it. */
export interface ReadMail {
  readonly subject: string
  readonly text: string
  /** Address of its button. */
  readonly link: string
}

/** The mails that left, read in the studio by who administers. */
export class Outbox {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The latest mail to `email` whose subject holds `about`; waits for it. */
  async lastTo(email: string, about: string): Promise<ReadMail> {
    const { page } = this
    const row = page.getByRole('row').filter({ hasText: email }).filter({ hasText: about }).first()
    await expect(async () => {
      await page.goto(`/studio/envois?q=${encodeURIComponent(email)}`)
      await expect(row).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
    await row.getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'Version texte' })).toBeVisible()
    const text = await page.locator('section', { hasText: 'Version texte' }).locator('.prewrap').innerText()
    return {
      subject: await page.getByRole('heading', { level: 1 }).innerText(),
      text,
      link: /https?:\/\/\S+/.exec(text)?.[0] ?? '',
    }
  }

  /** Opens the latest such mail, to look at its page. */
  async open(email: string, about: string): Promise<Page> {
    await this.lastTo(email, about)
    return this.page
  }

  /** Every mail whose subject or addressee holds `about`, oldest first, as « mailbox: subject ». */
  async linesAbout(about: string): Promise<string[]> {
    await this.page.goto(`/studio/envois?q=${encodeURIComponent(about)}`)
    const rows = this.page.getByRole('row').filter({ has: this.page.getByRole('link') })
    const lines = await rows.evaluateAll((found) =>
      found.map((row) => {
        const [subject, addressee] = [...row.querySelectorAll('td')].map((cell) => cell.innerText)
        return `${/[^\s<>]+@[^\s<>]+/.exec(addressee ?? '')?.[0] ?? ''}: ${subject?.trim() ?? ''}`
      }),
    )
    // Typographic spaces are spaces.
    return lines.map((line) => line.replace(/\s/g, ' ')).toReversed()
  }

  /** How many mails went to `email`. */
  async countTo(email: string): Promise<number> {
    await this.page.goto(`/studio/envois?q=${encodeURIComponent(email)}`)
    return this.page.getByRole('row').filter({ hasText: email }).count()
  }
}
