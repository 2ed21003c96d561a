// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const web = join(import.meta.dirname, '..')

/** The folder of the built pages; builds them when they are not there. */
export function builtFolder(): string {
  const folder = join(web, 'build')
  if (!existsSync(join(folder, 'server/index.js'))) {
    execFileSync('npm', ['run', 'build'], { cwd: web, stdio: 'pipe' })
  }
  return folder
}
