// SPDX-License-Identifier: MIT

/** What a key press is looked at for: a plain view of the browser's event. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly defaultPrevented: boolean
  readonly isComposing: boolean
}

/** Inputs in which letters are written; boxes to tick and buttons are not. */
const silentTypes = new Set([
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'file',
  'range',
  'color',
  'image',
])

/** The element that has the focus, as far as keys are concerned. */
export interface Focused {
  readonly tagName: string
  readonly type?: string | undefined
  readonly isContentEditable?: boolean | undefined
}

/** Whether letters go into a field: there, no single key ever acts. */
export function isWriting({ tagName, type = 'text', isContentEditable = false }: Focused): boolean {
  if (isContentEditable) return true
  const tag = tagName.toLowerCase()
  if (tag === 'textarea' || tag === 'select') return true
  return tag === 'input' && !silentTypes.has(type)
}

/**
 * The single key that was pressed, as a letter or a name (`j`, `Enter`, `?`); `undefined` when the press is not one:
 * with Ctrl or Alt it is the browser's, in a field it is a letter.
 */
export function singleKey(press: KeyPress, focused: Focused | undefined): string | undefined {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented, isComposing } = press
  if (ctrlKey || metaKey || altKey || defaultPrevented || isComposing) return undefined
  if (focused && isWriting(focused)) return undefined
  return key.length === 1 ? key.toLowerCase() : key
}
