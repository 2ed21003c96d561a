// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { addressWith, readViewAddress } from './view-address.ts'

const base = '/bureau/club/to-check'
const current = { search: 'rue', states: ['asked'], sort: 'createdAt' }
const read = (address: string) => readViewAddress(`http://localhost${address}`)

describe('the address of a view', () => {
  it('says all that its reader added, and is read back', () => {
    const address = addressWith(base, current)({ states: ['asked', 'at_team'], sort: '-createdAt' })
    expect(read(address)).toEqual({
      search: 'rue',
      states: ['asked', 'at_team'],
      query: { search: 'rue', states: ['asked', 'at_team'], sort: '-createdAt' },
    })
  })

  it('begins again at the first page when a filter changes', () => {
    const address = addressWith(base, current)
    expect(read(address({ after: 'cursor' })).query).toMatchObject({ after: 'cursor', backwards: false })
    expect(read(address({ after: 'cursor', backwards: true })).query).toMatchObject({ backwards: true })
    expect(read(address({ search: '' })).query).toEqual({ states: ['asked'], sort: 'createdAt' })
  })

  it('asks for nothing when it says nothing', () => {
    expect(read(base)).toEqual({ search: '', states: [], query: {} })
    expect(read(`${base}?q=%20&etat=&tri=`).query).toEqual({})
  })
})
