// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { readViewAddress } from '../view-address.ts'
import { listAddress } from './list-address.ts'

it('leads a number to the list it counts, with its states and filters', () => {
  const address = listAddress({
    solution: 'club',
    view: 'open',
    states: ['asked'],
    filters: { team: 'none', createdAt: '2026-11-15..' },
  })
  expect(address).toMatch(/^\/bureau\/club\/open\?/)
  expect(readViewAddress(`http://desk.example${address}`)).toMatchObject({
    states: ['asked'],
    filters: { team: ['none'], createdAt: ['2026-11-15..'] },
  })
})

it('leads to the whole view when nothing narrows it', () => {
  expect(listAddress({ solution: 'club', view: 'open' })).toBe('/bureau/club/open')
})
