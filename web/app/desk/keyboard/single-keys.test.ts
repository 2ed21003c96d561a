// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { isWriting, singleKey } from './single-keys.ts'

const press = {
  key: 'j',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  isComposing: false,
}

describe('a single key', () => {
  it('acts outside fields, whatever the case', () => {
    expect(singleKey(press, undefined)).toBe('j')
    expect(singleKey({ ...press, key: 'J' }, { tagName: 'A' })).toBe('j')
    expect(singleKey({ ...press, key: 'Enter' }, { tagName: 'BODY' })).toBe('Enter')
  })

  it.each([
    { tagName: 'INPUT', type: 'text' },
    { tagName: 'INPUT', type: 'search' },
    { tagName: 'INPUT' },
    { tagName: 'TEXTAREA' },
    { tagName: 'SELECT' },
    { tagName: 'DIV', isContentEditable: true },
  ])('never acts inside a field: $tagName $type', (focused) => {
    expect(singleKey(press, focused)).toBeUndefined()
  })

  it('acts on a box to tick, where nothing is written', () => {
    expect(isWriting({ tagName: 'INPUT', type: 'checkbox' })).toBe(false)
  })

  it.each(['ctrlKey', 'metaKey', 'altKey', 'defaultPrevented', 'isComposing'] as const)(
    'is the browser’s with %s',
    (member) => {
      expect(singleKey({ ...press, [member]: true }, undefined)).toBeUndefined()
    },
  )
})
