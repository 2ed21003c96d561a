// SPDX-License-Identifier: MIT
import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const widths = [1280, 390]

/**
 * Nothing found by axe at levels A and AA of WCAG 2.0 to 2.2 on the page shown, on a desk and on a phone, where it
 * scrolls in one direction only.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Through the debugger, which the page's security policy does not concern.
  await page.evaluate(axe.source)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const found = await page.evaluate(violations, levels)
    expect.soft(found, `${what} at ${width} pixels`).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect.soft(overflow, `${what} at ${width} pixels: scrolls sideways`).toBeLessThanOrEqual(0)
  }
}

/** The rule broken and the element that breaks it. Runs in the page, where axe is a global. */
async function violations(runOnly: string[]): Promise<string[]> {
  const { axe: loaded } = window as unknown as { axe: typeof axe }
  // Frames are other documents, tested by themselves.
  const results = await loaded.run(document, { runOnly, resultTypes: ['violations'], iframes: false })
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
