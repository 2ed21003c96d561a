// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { afterButton } from './group-buttons.ts'

const two = { 'children.0.name': ['Inès'], 'children.1.name': ['Léo'], subject: ['x'] }

describe('a button of a form', () => {
  it('adds an empty item after the last', () => {
    expect(afterButton({ ...two, _add: ['children'] })).toMatchObject({ ...two, 'children.2._': [''] })
    expect(afterButton({ subject: ['x'], _add: ['children'] })).toMatchObject({ 'children.0._': [''] })
  })

  it('removes an item and moves up those that follow', () => {
    const after = afterButton({ ...two, _remove: ['children.0'] })
    expect(after).toMatchObject({ 'children.0.name': ['Léo'], subject: ['x'] })
    expect(after).not.toHaveProperty(['children.1.name'])
  })

  it('takes one file away, even one whose id looks like a number', () => {
    expect(afterButton({ photos: ['12', 'b'], _remove: ['photos.12'] })?.photos).toEqual(['b'])
  })

  it('is none when the person goes on', () => {
    expect(afterButton(two)).toBeUndefined()
    expect(afterButton({ ...two, _remove: ['nonsense'] })).toBeUndefined()
  })
})
