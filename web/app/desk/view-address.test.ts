// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import {
  addressEntries,
  addressWith,
  askedOf,
  isNarrowed,
  readViewAddress,
  viewOfAddress,
} from './view-address.ts'

const read = (query: string) => readViewAddress(`http://desk.example/bureau/town/queue?${query}`)
const nothing = { search: '', states: [], filters: {}, late: false }

describe('the address of a view', () => {
  it('says what its reader looks for, in which states and order', () => {
    expect(read('q=banne&etat=submitted&etat=returned&tri=-createdAt&par=25')).toEqual({
      ...nothing,
      search: 'banne',
      states: ['submitted', 'returned'],
      sort: '-createdAt',
      size: 25,
    })
  })

  it('says which values its filters take, days among them', () => {
    const { filters } = read('filtre.level=expert&filtre.level=beginner&filtre.createdAt=2026-11-01..')
    expect(filters).toEqual({ level: ['expert', 'beginner'], createdAt: ['2026-11-01..'] })
    expect(read('filtre.createdAt.du=2026-11-01&filtre.createdAt.au=2026-11-30').filters).toEqual({
      createdAt: ['2026-11-01..2026-11-30'],
    })
    expect(read('filtre.createdAt.du=&filtre.createdAt.au=2026-11-30').filters).toEqual({
      createdAt: ['..2026-11-30'],
    })
  })

  it('leaves aside what means nothing', () => {
    expect(read('filtre.level=&filtre.=x&filtre.__proto__=x&etat=&par=many&tri=')).toEqual(nothing)
  })

  it('goes there and back without losing anything', () => {
    const address = read(
      'q=a+b&etat=x&filtre.level=expert&retard=oui&colonnes=number,title&tri=title&par=100',
    )
    const link = addressWith('/bureau/town/queue', address)({})
    expect(readViewAddress(link)).toEqual(address)
    expect(readViewAddress(`/x?${new URLSearchParams(addressEntries(address)).toString()}`)).toEqual(address)
  })

  it('begins again at the first page when something changes', () => {
    const { after, backwards, ...address } = read('q=x&apres=here')
    expect([after, backwards]).toEqual(['here', false])
    const link = addressWith('/bureau/town/queue', address)
    expect(link({ late: true })).toBe('/bureau/town/queue?q=x&retard=oui')
    expect(link({ after: 'there', backwards: true })).toBe('/bureau/town/queue?q=x&avant=there')
  })

  it('tells a list narrowed from one that is only sorted', () => {
    expect(isNarrowed(read('tri=title&par=25'))).toBe(false)
    expect(isNarrowed(read('retard=oui'))).toBe(true)
  })

  it('is understood again as the view it was', () => {
    expect(viewOfAddress('/bureau/town/queue?filtre.level=expert&tri=title&par=25')).toEqual({
      solution: 'town',
      view: 'queue',
      filters: { level: ['expert'] },
      sort: 'title',
    })
    expect(viewOfAddress('/bureau/town/queue')).toEqual({ solution: 'town', view: 'queue' })
    for (const other of ['https://evil.example/bureau/a/b', '//evil', '/bureau', '/bureau/a/b/c', '']) {
      expect(viewOfAddress(other)).toBeUndefined()
    }
    expect(askedOf(read(''))).toEqual({})
  })
})
