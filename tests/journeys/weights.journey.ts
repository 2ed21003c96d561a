// SPDX-License-Identifier: MIT
import { expect, type Page, test } from './support/test.ts'

/** Compressed bytes that a browser receives for a page, by kind of resource. */
async function weigh(
  page: Page,
  address: string,
): Promise<Record<'document' | 'script' | 'css' | 'font', number>> {
  await page.goto(address, { waitUntil: 'networkidle' })
  return page.evaluate(() => {
    const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const sum = (isOfKind: (name: string) => boolean) =>
      resources.reduce(
        (total, one) => total + (isOfKind(new URL(one.name).pathname) ? one.encodedBodySize : 0),
        0,
      )
    return {
      document: document?.encodedBodySize ?? 0,
      script: sum((name) => name.endsWith('.js')),
      css: sum((name) => name.endsWith('.css')),
      font: sum((name) => name.endsWith('.woff2')),
    }
  })
}

const kb = 1024

test('the pages of the public are light, whole without a script', async ({ visit }) => {
  for (const address of ['/', '/demarches/signaler-un-probleme', '/suivre', '/aide', '/nulle-part']) {
    const page = await visit()
    const weight = await weigh(page, address)
    expect(weight.script, `${address}: scripts`).toBe(0)
    await expect(page.locator('script'), `${address}: script elements`).toHaveCount(0)
    expect(weight.css, `${address}: style`).toBeLessThanOrEqual(12 * kb)
    expect(weight.css, `${address}: style`).toBeGreaterThan(0)
    expect(weight.font, `${address}: font`).toBeLessThanOrEqual(30 * kb)
    expect(weight.document, `${address}: HTML`).toBeLessThanOrEqual(30 * kb)
  }
})

test('signing in asks for one small script, for passkeys', async ({ visit }) => {
  const { script } = await weigh(await visit(), '/connexion')
  expect(script).toBeGreaterThan(0)
  expect(script).toBeLessThanOrEqual(10 * kb)
})

test('the desk stays within its budget', async ({ visitAs }) => {
  const agent = await visitAs('agent@plassans.example')
  const queue = await weigh(agent, '/bureau/town-desk/all')
  expect(queue.script).toBeGreaterThan(0)
  expect(queue.script).toBeLessThanOrEqual(220 * kb)
})
