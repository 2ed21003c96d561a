// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** A file of the house: its path from the root, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

/** What a file asks another for. `types`: only types, which leave nothing behind when it runs. */
export type Import = { readonly specifier: string; readonly types: boolean }

const folders = ['engine/src', 'server/src', 'web', 'solutions', 'tests', 'bench']
const leftOut = /(^|\/)(node_modules|build|paraglide|\.react-router)(\/|$)/

/** Every TypeScript file that people write. */
export function sourceFiles(root: URL): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name))
      .filter((path) => /\.tsx?$/.test(path) && !leftOut.test(path))
      .toSorted()
      .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') })),
  )
}

const clause = /^[ \t]*(import|export)\s+(type\s+)?([\w*{}\s,$]*?)\s*from\s*['"]([^'"]+)['"]/gm
const bare = /^[ \t]*import\s*['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** The imports and re-exports of a text, dynamic ones included; not those inside comments. */
export function importsOf(text: string): readonly Import[] {
  const code = text.replace(/\/\*.*?\*\//gs, '').replace(/^\s*\/\/.*$/gm, '')
  return [
    ...[...code.matchAll(clause)].map(([, , type, names = '', specifier = '']) => ({
      specifier,
      types: type !== undefined || isTypesOnly(names),
    })),
    ...[...code.matchAll(bare)].map(([, specifier = '']) => ({ specifier, types: false })),
    ...[...code.matchAll(dynamic)].map(([, specifier = '']) => ({ specifier, types: false })),
  ]
}

/** `{ type A, type B }` */
function isTypesOnly(names: string): boolean {
  const inside = /^\{(.*)\}$/s.exec(names.trim())?.[1]
  const each = inside?.split(',').filter((name) => name.trim() !== '')
  return each !== undefined && each.length > 0 && each.every((name) => /^\s*type\s/.test(name))
}

/** The path from the root that a relative specifier names. */
export function resolved(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier)
}

/** Tests and what is made for them; measures too, which nobody ships. */
export function isTest(path: string): boolean {
  return isMadeForTests(path) || /\.setup\.ts$|^tests\/|^bench\//.test(path)
}

export function isMadeForTests(path: string): boolean {
  return /\.(test|fixture|testing|arbitraries)\.tsx?$|(^|\/)testing\//.test(path)
}
