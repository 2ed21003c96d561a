// SPDX-License-Identifier: MIT
import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any of our pages has. */
const patience = 80

/** A person without a mouse. At every stop the focus must be seen. */
export class Keyboard {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async tab(): Promise<void> {
    await this.page.keyboard.press('Tab')
    expect(await this.page.evaluate(focusShown), 'the focus is seen').not.toBe('unseen')
  }

  async tabTo(target: Locator): Promise<void> {
    for (let stop = 0; stop < patience; stop += 1) {
      await this.tab()
      if (await target.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error(`The Tab key does not lead to ${target.toString()}`)
  }

  async typeInto(target: Locator, text: string): Promise<void> {
    await this.tabTo(target)
    await this.type(text)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key)
  }
}

/** Whether the element that has the focus, or what stands for it, is marked. Runs in the page. */
function focusShown(): 'shown' | 'unseen' | 'browser' {
  const focused = document.activeElement
  if (!focused || focused === document.body) return 'browser'
  const isMarked = (element: Element | null) => {
    if (!element) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  }
  return isMarked(focused) || isMarked(focused.closest('label, .input')) ? 'shown' : 'unseen'
}
