// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { npm } from './install.mjs'
import { whileAlone } from './lock.mjs'
import { fail, root, say } from './root.mjs'

const stamp = join(root, 'web', 'build', '.sources')
/** What the pages are made from. */
const sources = ['package-lock.json', 'web', 'engine/src']
/** What building makes beside them. */
const made = new Set(['node_modules', 'build', 'paraglide', 'cache'])

/** Builds the pages when what they are made from has changed since the last build. */
export async function ensureWebBuilt() {
  if (isBuilt()) return
  await whileAlone('build', () => {
    if (isBuilt()) return
    say('Construction des pages…', 'Building the pages…')
    const before = fingerprint()
    if (npm(['run', 'build', '-w', 'web']).status !== 0) {
      fail('La construction des pages a échoué.', 'Building the pages failed.')
    }
    mkdirSync(join(root, 'web', 'build'), { recursive: true })
    writeFileSync(stamp, before)
  })
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (path.endsWith('.json') && !path.includes('/web/')) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !made.has(name) && !name.startsWith('.') && !name.endsWith('.md'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))
}
