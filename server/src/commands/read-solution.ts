// SPDX-License-Identifier: MIT
import { readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { importSolution, type Solution } from '@guichet/engine'
import { Refused } from '../platform/cli/refused.ts'
import { placeLine } from '../platform/cli/tell-failure.ts'
import { solutionMessages } from './solution-messages.ts'

/**
 * The solution of a file: JSON as `solution export` writes it, or TypeScript that exports `solution`. A TypeScript file
 * is run: it is the operator's, like the rest of the code.
 */
export async function readSolution(file: string): Promise<Solution> {
  const isCode = ['.ts', '.mts', '.js', '.mjs'].includes(extname(file))
  const imported = importSolution(isCode ? await solutionOfCode(file) : await textOf(file))
  if (imported.ok) return imported.solution
  const places = imported.problems.map(({ path, message }) => placeLine(path, message))
  throw new Refused(solutionMessages['not-a-solution'], { file }, places)
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new Refused(solutionMessages['file-unreadable'], { file })
  })
}

/** Through JSON, as if it had been exported: what the schema refuses is told with its place. */
async function solutionOfCode(file: string): Promise<string> {
  await textOf(file)
  const module: Record<string, unknown> = await import(pathToFileURL(resolve(file)).href).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Refused(solutionMessages['not-code'], { file, reason })
    },
  )
  if (module['solution'] === undefined) throw new Refused(solutionMessages['no-solution'], { file })
  return JSON.stringify(module['solution'])
}
