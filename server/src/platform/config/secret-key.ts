// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomToken } from '../ids.ts'

/**
 * The secret of an installation that configured none: made at its first start and kept in `DATA_DIR/secret`, which
 * only its owner reads. Two processes that start together end with the same one.
 */
export async function keptSecretKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret')
  await mkdir(dataDir, { recursive: true })
  if (!existsSync(file)) await makeSecret(file)
  return (await readFile(file, 'utf8')).trim()
}

/** Written aside, then linked: the name appears with its whole content, and the first to link wins. */
async function makeSecret(file: string): Promise<void> {
  const draft = `${file}.${randomToken(8)}`
  await writeFile(draft, randomToken(48), { mode: 0o600, flush: true })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
}
