// SPDX-License-Identifier: MIT
import { importsOf, isTest, resolved, type SourceFile } from './source-files.ts'

type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** Files that need each other to run. Types do not count: they are gone by then. */
export function fileCycles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const known = new Set(files.map(({ path }) => path))
  return cyclesIn(
    new Map(
      files.map(({ path, text }) => {
        const needed = importsOf(text).filter(({ specifier, types }) => specifier.startsWith('.') && !types)
        const targets = needed.map(({ specifier }) => resolved(path, specifier))
        return [path, new Set(targets.filter((target) => known.has(target)))]
      }),
    ),
  )
}

/** Modules of the server that know each other, be it by a type: they are one module. */
export function moduleCycles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const graph = new Map<string, Set<string>>()
  for (const { path, text } of files) {
    const from = moduleOf(path)
    if (!from || isTest(path)) continue
    const known = graph.get(from) ?? new Set<string>()
    graph.set(from, known)
    for (const { specifier } of importsOf(text)) {
      const to = specifier.startsWith('.') ? moduleOf(resolved(path, specifier)) : undefined
      if (to && to !== from) known.add(to)
    }
  }
  return cyclesIn(graph)
}

function moduleOf(path: string): string | undefined {
  return /^server\/src\/modules\/([^/]+)\//.exec(path)?.[1]
}

/** Groups of nodes that can all reach each other (Tarjan, 1972), the lone ones left out. */
export function cyclesIn(graph: Graph): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const groups: string[][] = []
  const visit = (node: string): number => {
    const rank = order.size
    order.set(node, rank)
    low.set(node, rank)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      const reach = order.has(next) ? (stack.includes(next) ? (order.get(next) ?? rank) : rank) : visit(next)
      low.set(node, Math.min(low.get(node) ?? rank, reach))
    }
    if (low.get(node) === rank) {
      const group = stack.splice(stack.indexOf(node))
      if (group.length > 1) groups.push(group.toSorted())
    }
    return low.get(node) ?? rank
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return groups
}
