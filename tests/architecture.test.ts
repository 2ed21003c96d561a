// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cyclesIn, fileCycles, moduleCycles } from './architecture/cycles.ts'
import { undeclaredDependencies, type Manifest } from './architecture/dependencies.ts'
import { forbiddenImports, impureEngine, longFiles } from './architecture/rules.ts'
import { importsOf, sourceFiles } from './architecture/source-files.ts'

const root = new URL('../', import.meta.url)
const files = sourceFiles(root)
const manifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(new URL(`${folder}package.json`, root), 'utf8')) as Manifest // npm has read it before us
const manifests = {
  '': manifest(''),
  engine: manifest('engine/'),
  server: manifest('server/'),
  web: manifest('web/'),
  solutions: manifest('solutions/'),
}

/** Tables of data, which nobody reads from end to end. */
const longOnes: readonly string[] = []

/** What is defined by itself: a group is edited by the editors of its fields, which may be groups. */
const recursions: readonly (readonly string[])[] = [
  ['web/app/ui/fields/FieldEditor.tsx', 'web/app/ui/fields/GroupEditor.tsx'],
]

describe('the house', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(100)
  })

  it('has no arrow outside the table of who may import whom', () => {
    expect(forbiddenImports(files)).toEqual([])
  })

  it('has an engine that learns everything from its arguments', () => {
    expect(impureEngine(files)).toEqual([])
  })

  it('declares what it imports, workspace by workspace', () => {
    expect(undeclaredDependencies(files, manifests)).toEqual([])
  })

  it('has no files that need each other to run', () => {
    const isRecursion = (cycle: readonly string[]) =>
      recursions.some((known) => known.join() === cycle.join())
    expect(fileCycles(files).filter((cycle) => !isRecursion(cycle))).toEqual([])
  })

  it('has no modules that know each other', () => {
    expect(moduleCycles(files)).toEqual([])
  })

  it('has no file over 500 lines', () => {
    expect(longFiles(files, longOnes)).toEqual([])
  })
})

describe('a planted import', () => {
  const told = (path: string, text: string) =>
    forbiddenImports([{ path, text }]).map(({ message }) => message)

  it.each([
    ['engine/src/flow/flow.ts', "import { readFileSync } from 'node:fs'"],
    ['engine/src/flow/flow.ts', "import type { Db } from '../../../server/src/platform/db/database.ts'"],
    ['solutions/town-desk/index.ts', "import { solution } from '../directory/index.ts'"],
    ['solutions/town-desk/index.ts', "import { z } from 'zod'"],
    ['server/src/platform/clock.ts', "import { listEntries } from '../modules/entries/index.ts'"],
    ['server/src/modules/tasks/index.ts', "import { insertEntry } from '../entries/entries.queries.ts'"],
    ['server/src/modules/tasks/index.ts', "export * from '../entries/entries.queries.ts'"],
    ['server/src/modules/tasks/index.ts', "const app = await import('../../app.ts')"],
    ['server/src/migrations/0001-schemas.ts', "import { rows } from '../modules/entries/index.ts'"],
    ['server/src/app.ts', "import { solution } from '../../solutions/town-desk/index.ts'"],
    ['server/src/app.ts', "import { Page } from '../../web/app/page.ts'"],
    ['server/src/modules/tasks/tasks.ts', "import { aTask } from './tasks.fixture.ts'"],
    ['web/app/portal/home.tsx', "import { createServices } from '@guichet/server'"],
    ['web/app/portal/home.tsx', "import { ViewMenu } from '../desk/ViewMenu.tsx'"],
    ['web/app/ui/Button.tsx', "import { home } from '../portal/home.tsx'"],
  ])('is reported in %s: %s', (path, text) => {
    expect(told(path, text)).toHaveLength(1)
  })

  it.each([
    ['engine/src/flow/flow.ts', "import { key } from '../text/key.ts'"],
    ['engine/src/flow/flow.test.ts', "import { readFileSync } from 'node:fs'"],
    ['solutions/town-desk/index.ts', "import { defineSolution } from '@guichet/engine'"],
    ['server/src/modules/tasks/tasks.ts', "import { listEntries } from '../entries/index.ts'"],
    ['web/app/portal/home.tsx', "import type { Services } from '@guichet/server'"],
    ['web/app/portal/home.tsx', "import { type Services, type Viewer } from '@guichet/server'"],
    ['server/src/app.ts', "// import { solution } from '../../solutions/town-desk/index.ts'"],
  ])('is accepted in %s: %s', (path, text) => {
    expect(told(path, text)).toEqual([])
  })

  it('of an undeclared package is reported, though the root has it', () => {
    const planted = [{ path: 'engine/src/flow/flow.ts', text: "import { sql } from 'kysely'" }]
    expect(undeclaredDependencies(planted, manifests)).toEqual([
      { path: 'engine/src/flow/flow.ts', message: 'imports kysely, which engine does not declare' },
    ])
  })

  it('of a tool of the tests is reported outside tests', () => {
    const text = "import * as fc from 'fast-check'"
    const inTests = [{ path: 'engine/src/flow/flow.test.ts', text }]
    const outside = [{ path: 'engine/src/flow/flow.ts', text }]
    expect(undeclaredDependencies(inTests, manifests)).toEqual([])
    expect(undeclaredDependencies(outside, manifests)).toHaveLength(1)
  })

  it('that closes a circle is reported', () => {
    const circle = [
      { path: 'server/src/modules/a/index.ts', text: "import { b } from '../b/index.ts'" },
      { path: 'server/src/modules/b/index.ts', text: "import { c } from '../c/index.ts'" },
      { path: 'server/src/modules/c/index.ts', text: "import { a } from '../a/index.ts'" },
    ]
    expect(moduleCycles(circle)).toEqual([['a', 'b', 'c']])
    expect(fileCycles(circle)).toHaveLength(1)
  })
})

describe('the reading of imports', () => {
  it('sees every way of writing one', () => {
    const text = [
      "import a from 'a'",
      'import {',
      '  b,',
      '  type B,',
      "} from 'b'",
      "import type { C } from 'c'",
      "import * as d from 'd'",
      "import 'e'",
      "export { f } from 'f'",
      "export type { G } from 'g'",
      "const h = await import('./h.ts')",
      "/* import i from 'i' */",
      "// import j from 'j'",
    ].join('\n')
    expect(importsOf(text)).toEqual([
      { specifier: 'a', types: false },
      { specifier: 'b', types: false },
      { specifier: 'c', types: true },
      { specifier: 'd', types: false },
      { specifier: 'f', types: false },
      { specifier: 'g', types: true },
      { specifier: 'e', types: false },
      { specifier: './h.ts', types: false },
    ])
  })
})

describe('the search for circles', () => {
  it('leaves alone what only shares a friend', () => {
    const graph = new Map([
      ['a', new Set(['c'])],
      ['b', new Set(['c'])],
      ['c', new Set<string>()],
    ])
    expect(cyclesIn(graph)).toEqual([])
  })
})

describe('the length of files', () => {
  const long = { path: 'engine/src/long.ts', text: 'x\n'.repeat(501) }

  it('is told beyond 500 lines, but for the listed ones', () => {
    expect(longFiles([long], [])).toHaveLength(1)
    expect(longFiles([long], [long.path])).toEqual([])
  })
})

describe('the purity of the engine', () => {
  it.each(['Date.now()', 'new Date()', 'Math.random()', 'process.env', 'fetch("x")'])(
    'is broken by %s',
    (use) => {
      expect(impureEngine([{ path: 'engine/src/a.ts', text: `export const a = ${use}` }])).toHaveLength(1)
    },
  )

  it('is not broken by a date that is given', () => {
    expect(impureEngine([{ path: 'engine/src/a.ts', text: 'new Date(instant)' }])).toEqual([])
  })
})
