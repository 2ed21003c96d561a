// SPDX-License-Identifier: MIT
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/coverage.md'), 'utf8')
const named = [...page.matchAll(/`([\w./-]+\.ts)` ›\s*([^|\n]*)/g)].map(([, file = '', name = '']) => ({
  file,
  name: name.trim(),
}))

describe('docs/coverage.md', () => {
  it.each(named)('names a test that exists: $file › $name', ({ file, name }) => {
    expect(existsSync(join(root, file))).toBe(true)
    expect(readFileSync(join(root, file), 'utf8')).toContain(name)
  })

  it('leaves out no feature of the one-stop desk', () => {
    const told = [...page.matchAll(/\*\*TWN-([\d, ]+)\*\*/g)].flatMap(([, list = '']) =>
      list.split(',').map(Number),
    )
    expect(new Set(told)).toEqual(new Set(Array.from({ length: 22 }, (_, at) => at + 1)))
  })
})
