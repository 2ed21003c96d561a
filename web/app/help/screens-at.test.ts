// SPDX-License-Identifier: MIT
import { screens } from '@guichet/engine'
import { describe, expect, it } from 'vitest'
import routes from '../routes.ts'
import { screensAt } from './screens-at.ts'

type Route = (typeof routes)[number]

/** The address of every page, its parameters left as they are named; not of what answers a file or a redirection. */
function addresses(route: Route, under = ''): string[] {
  const path = route.path === undefined ? under : `${under}/${route.path}`
  const inside = (route.children ?? []).flatMap((child) => addresses(child, path))
  const isPage = route.file.endsWith('.tsx') && !route.file.endsWith('layout.tsx')
  return [...(isPage ? [path === '' ? '/' : path] : []), ...inside]
}

const pages = routes.flatMap((route) => addresses(route))
/** They are read, or shown once, and explain themselves. */
const withoutHelp = /^\/($|\*|demarches\/|aide|accessibilite|mentions-legales|donnees-personnelles)/

describe('the help beside pages', () => {
  it('stands beside every page but those that explain themselves', () => {
    expect(pages.length).toBeGreaterThan(40)
    expect(pages.filter((page) => !withoutHelp.test(page) && screensAt(page).length === 0)).toEqual([])
  })

  it('has no screen that no page shows', () => {
    const shown = new Set(pages.flatMap((page) => screensAt(page)))
    expect(screens.filter((screen) => !shown.has(screen))).toEqual([])
  })

  it.each([
    ['/bureau/town/queue', ['desk.queue']],
    ['/bureau/fiches/1', ['desk.entry']],
    ['/bureau/fiches/1/transmit', ['desk.action']],
    ['/studio', ['studio.home']],
    ['/lien/abc', ['link.request', 'link.work']],
    ['/demarches/a', []],
  ])('is that of the page: %s', (address, found) => {
    expect(screensAt(address)).toEqual(found)
  })
})
