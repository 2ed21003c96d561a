// SPDX-License-Identifier: MIT
import { importsOf, isTest, type SourceFile } from './source-files.ts'
import type { Violation } from './rules.ts'

/** What a `package.json` declares. */
export type Manifest = {
  readonly name?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** The workspaces by folder; the root's manifest is under the empty name. */
export type Manifests = Readonly<Record<string, Manifest>>

/**
 * Packages that a workspace imports without declaring them. They resolve all the same, since npm lifts every package to
 * the root, until the day the neighbour who did declare them goes.
 */
export function undeclaredDependencies(
  files: readonly SourceFile[],
  manifests: Manifests,
): readonly Violation[] {
  const root = manifests[''] ?? {}
  return files.flatMap(({ path, text }) => {
    const workspace = path.slice(0, path.indexOf('/'))
    const own = manifests[workspace]
    const isTool = isTest(path) || path.endsWith('.config.ts')
    const declared = new Set([
      ...Object.keys(own?.dependencies ?? {}),
      ...(own && !isTool && !isBuild(path) ? [] : Object.keys(own?.devDependencies ?? {})),
      ...(isTool || !own ? Object.keys(root.devDependencies ?? {}) : []),
      ...(own ? [] : Object.values(manifests).flatMap(({ name }) => name ?? [])),
      ...(own?.name === undefined ? [] : [own.name]),
    ])
    return importsOf(text).flatMap(({ specifier, types }) => {
      const name = packageName(specifier)
      if (!name || declared.has(name)) return []
      if (types && Object.hasOwn(own?.devDependencies ?? {}, `@types/${name}`)) return []
      return [{ path, message: `imports ${name}, which ${workspace || 'the root'} does not declare` }]
    })
  })
}

/** Files that run when the web is built: what they use is not shipped. */
function isBuild(path: string): boolean {
  return /^web\/([^/]+|app\/routes)\.ts$/.test(path)
}

/** `@scope/name/inside` → `@scope/name`; nothing for a relative path or a part of Node. */
function packageName(specifier: string): string | undefined {
  if (/^(\.|\/|node:|virtual:|~)/.test(specifier)) return undefined
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
