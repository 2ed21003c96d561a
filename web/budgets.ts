// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a route makes a browser load, gzip, in bytes. */
export interface RouteWeight {
  readonly id: string
  readonly js: number
  readonly css: number
}

interface RouteAssets {
  readonly id: string
  readonly parentId?: string
  readonly module: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

interface Manifest {
  readonly entry: { readonly module: string; readonly imports: readonly string[] }
  readonly routes: Readonly<Record<string, RouteAssets>>
}

/**
 * The weight of every route of a build, its parents' files included, each file once. A route that ships no script
 * weighs its style sheets only: see `handle.scripts`.
 */
export function routeWeights(clientFolder: string, shipsScripts: (id: string) => boolean): RouteWeight[] {
  const manifest = readManifest(clientFolder)
  const weigh = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + gzipped(clientFolder, file), 0)
  return Object.keys(manifest.routes).map((id) => {
    const chain = routeChain(manifest, id)
    const scripts = [manifest.entry, ...chain].flatMap(({ module, imports = [] }) => [module, ...imports])
    return {
      id,
      js: shipsScripts(id) ? weigh(new Set(scripts)) : 0,
      css: weigh(new Set([...chain.flatMap(({ css = [] }) => css), ...sheetsOf(clientFolder, id)])),
    }
  })
}

/** The style sheet of a space, which its layout links by its address rather than through the manifest. */
function sheetsOf(clientFolder: string, id: string): string[] {
  const space = /^(portal|desk)\//.exec(id)?.[1] ?? (id.startsWith('studio/') ? 'desk' : undefined)
  return readdirSync(join(clientFolder, 'assets'))
    .filter((file) => space !== undefined && file.startsWith(`${space}-`) && file.endsWith('.css'))
    .map((file) => `/assets/${file}`)
}

/** The scripts that stand alone on public forms, gzip, in bytes: see `islands.ts`. */
export function islandWeights(clientFolder: string): { name: string; bytes: number }[] {
  return readdirSync(join(clientFolder, 'assets')).flatMap((file) => {
    const name = /^island-(.+)-[\w-]{8}\.js$/.exec(file)?.[1]
    return name === undefined ? [] : [{ name, bytes: gzipped(clientFolder, `assets/${file}`) }]
  })
}

/** Weight of the files of a kind, whatever their route: the fonts. */
export function weightOf(clientFolder: string, kind: RegExp): number {
  return readdirSync(join(clientFolder, 'assets'))
    .filter((file) => kind.test(file))
    .reduce((sum, file) => sum + readFileSync(join(clientFolder, 'assets', file)).length, 0)
}

function routeChain(manifest: Manifest, id: string): RouteAssets[] {
  const route = manifest.routes[id]
  if (!route) return []
  return route.parentId === undefined ? [route] : [...routeChain(manifest, route.parentId), route]
}

function readManifest(clientFolder: string): Manifest {
  const assets = readdirSync(join(clientFolder, 'assets'))
  const file = assets.find((name) => /^manifest-\w+\.js$/.test(name))
  if (!file) throw new Error(`no manifest in ${clientFolder}: the pages are not built`)
  const script = readFileSync(join(clientFolder, 'assets', file), 'utf8')
  return JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)) as Manifest
}

function gzipped(clientFolder: string, file: string): number {
  return gzipSync(readFileSync(join(clientFolder, file)), { level: 9 }).length
}
