// SPDX-License-Identifier: MIT
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Demonstration, demonstrationSchema, type Solution, solutionSchema } from '@guichet/engine'

/** A solution that comes with the product, and what makes a fresh installation of it worth looking at. */
export type ShippedSolution = {
  readonly solution: Solution
  readonly demonstration?: Demonstration
  /** The pictures of its help pages: files by name. */
  readonly pictures?: ReadonlyMap<string, string>
}

/**
 * The solutions of a folder, each a folder with an `index.ts` that exports `solution` and perhaps `demonstration`.
 * Those that others use come first. Found at start rather than listed: taking a folder away takes the solution away.
 */
export async function findShippedSolutions(folder: string): Promise<ShippedSolution[]> {
  const found: ShippedSolution[] = []
  for (const name of readdirSync(folder).toSorted()) {
    const file = join(folder, name, 'index.ts')
    if (existsSync(file))
      found.push({ ...(await loadSolution(file)), pictures: picturesOf(join(folder, name)) })
  }
  return inOrderOfUse(found)
}

async function loadSolution(file: string): Promise<Omit<ShippedSolution, 'pictures'>> {
  const module: Record<string, unknown> = await import(pathToFileURL(file).href)
  const solution = solutionSchema.parse(module['solution'])
  const demonstration = module['demonstration']
  return demonstration === undefined
    ? { solution }
    : { solution, demonstration: demonstrationSchema.parse(demonstration) }
}

/** The files of its folder `pictures`, by their name without its ending. */
function picturesOf(solution: string): Map<string, string> {
  const folder = join(solution, 'pictures')
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.jpg')) : []
  return new Map(files.map((file) => [file.slice(0, -'.jpg'.length), join(folder, file)]))
}

function inOrderOfUse(found: readonly ShippedSolution[]): ShippedSolution[] {
  const ordered: ShippedSolution[] = []
  const place = (one: ShippedSolution, waiting: readonly string[]) => {
    if (ordered.includes(one) || waiting.includes(one.solution.key)) return
    for (const used of one.solution.uses ?? []) {
      const other = found.find(({ solution }) => solution.key === used)
      if (other) place(other, [...waiting, one.solution.key])
    }
    ordered.push(one)
  }
  for (const one of found) place(one, [])
  return ordered
}
