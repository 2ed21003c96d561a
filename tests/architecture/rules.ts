// SPDX-License-Identifier: MIT
import { importsOf, isMadeForTests, isTest, resolved, type SourceFile } from './source-files.ts'

/** An arrow that the table of the house does not have, with the sentence that says which rule it breaks. */
export type Violation = { readonly path: string; readonly message: string }

type Arrow = { readonly from: string; readonly to: string; readonly types: boolean }
type Rule = { readonly applies: (arrow: Arrow) => boolean; readonly because: string }

const within = (path: string, folder: string) => path.startsWith(`${folder}/`)
const moduleOf = (path: string) => /^server\/src\/modules\/([^/]+)\//.exec(path)?.[1]
const solutionOf = (path: string) => /^solutions\/([^/]+)\//.exec(path)?.[1]
const spaceOf = (path: string) => /^web\/app\/(portal|desk|studio)\//.exec(path)?.[1]

/** Who may import whom. `to` is a path of the house, or the name of a package. */
const rules: readonly Rule[] = [
  {
    applies: ({ from, to }) => within(from, 'engine/src') && isOfTheHouse(to) && !within(to, 'engine/src'),
    because: 'the engine imports nothing of the rest',
  },
  {
    applies: ({ from, to }) => within(from, 'engine/src') && to.startsWith('node:'),
    because: 'the engine is pure: no node module, clock, randomness or network',
  },
  {
    applies: ({ from, to }) =>
      within(from, 'solutions') && !to.startsWith('@guichet/engine') && solutionOf(to) !== solutionOf(from),
    because: 'a solution is data: it imports the engine and its own files, nothing else',
  },
  {
    applies: ({ from, to }) =>
      !within(from, 'solutions') && !within(from, 'tests') && within(to, 'solutions'),
    because: 'nobody imports a solution: they are found in their folder at start',
  },
  {
    applies: ({ from, to }) =>
      within(from, 'server/src/platform') &&
      within(to, 'server/src') &&
      !within(to, 'server/src/platform') &&
      to !== 'server/src/migrations/index.ts',
    because: 'the platform knows no module',
  },
  {
    applies: ({ from, to }) =>
      within(from, 'server/src/migrations') &&
      within(to, 'server/src') &&
      !within(to, 'server/src/migrations') &&
      !within(to, 'server/src/platform'),
    because: 'a migration stays true whatever the modules become',
  },
  {
    applies: ({ from, to }) =>
      moduleOf(from) !== undefined &&
      moduleOf(to) !== undefined &&
      moduleOf(from) !== moduleOf(to) &&
      !to.endsWith('/index.ts'),
    because: 'a module is entered through its index.ts',
  },
  {
    applies: ({ from, to }) =>
      moduleOf(from) !== undefined &&
      within(to, 'server/src') &&
      !['modules', 'platform'].some((folder) => within(to, `server/src/${folder}`)),
    because: 'a module imports the platform and other modules, nothing above it',
  },
  {
    applies: ({ from, to }) =>
      within(from, 'server/src') && (within(to, 'web') || to.startsWith('@guichet/web')),
    because: 'the server does not know the web',
  },
  {
    applies: ({ from, to, types }) => within(from, 'web') && to.startsWith('@guichet/server') && !types,
    because: 'the web takes the types of the server only; services come with the request',
  },
  {
    applies: ({ from, to }) => within(from, 'web') && isOfTheHouse(to) && !within(to, 'web'),
    because: 'the web imports the engine and the server by their names',
  },
  {
    applies: ({ from, to }) => {
      const [one, other] = [spaceOf(from), spaceOf(to)]
      return one !== undefined && other !== undefined && one !== other
    },
    because: 'the three spaces share what is in ui, and know nothing of each other',
  },
  {
    applies: ({ from, to }) => within(from, 'web/app/ui') && spaceOf(to) !== undefined,
    because: 'ui serves the three spaces and knows none',
  },
  {
    applies: ({ to }) => isOfTheHouse(to) && isMadeForTests(to),
    because: 'only tests import what is made for tests',
  },
]

function isOfTheHouse(to: string): boolean {
  return /^(engine|server|web|solutions|tests|bench)\//.test(to)
}

/** Every import that crosses the table. Tests may look anywhere, but where a rule says otherwise of everyone. */
export function forbiddenImports(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter((file) => !isTest(file.path))
    .flatMap((file) =>
      importsOf(file.text).flatMap(({ specifier, types }) => {
        const to = specifier.startsWith('.') ? resolved(file.path, specifier) : specifier
        return rules
          .filter((rule) => rule.applies({ from: file.path, to, types }))
          .map((rule) => ({ path: file.path, message: `imports ${to}: ${rule.because}` }))
      }),
    )
}

const impure =
  /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bprocess\.|\bcrypto\.(random|subtle)|\bfetch\(/

/** What the engine would learn from elsewhere than its arguments. */
export function impureEngine(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter(({ path }) => within(path, 'engine/src') && !isTest(path))
    .flatMap(({ path, text }) => {
      const found = impure.exec(text.replace(/\/\*.*?\*\//gs, '').replace(/\/\/.*$/gm, ''))
      return found ? [{ path, message: `uses ${found[0]}: what changes is an argument` }] : []
    })
}

/** Files that nobody wants to open. The exceptions are tables of data. */
export function longFiles(files: readonly SourceFile[], exceptions: readonly string[]): readonly Violation[] {
  return files
    .filter(({ path }) => !exceptions.includes(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 500)
    .map(({ path, lines }) => ({ path, message: `has ${lines} lines: 500 is the limit` }))
}
