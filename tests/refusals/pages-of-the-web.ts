// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import routes from '../../web/app/routes.ts'

type Declared = { readonly path?: string; readonly file: string; readonly children?: readonly Declared[] }

const app = join(import.meta.dirname, '../../web/app')
const handlesForms = /export (async )?(function|const) action\b/
const showsSomething = /export (default|(async )?(function|const) loader)\b/

/** Every page as `GET /bureau/fiches/:id`, and what takes forms as `POST …`, as its file says. */
export function pagesOfTheWeb(): readonly string[] {
  return routes.flatMap((route) => pagesUnder(route, ''))
}

function pagesUnder({ path, file, children }: Declared, folder: string): readonly string[] {
  const address = path === undefined ? folder : `${folder}/${path}`
  if (children) return children.flatMap((child) => pagesUnder(child, address))
  const text = readFileSync(join(app, file), 'utf8')
  const methods = [
    ...(showsSomething.test(text) ? ['GET'] : []),
    ...(handlesForms.test(text) ? ['POST'] : []),
  ]
  return methods.map((method) => `${method} ${address || '/'}`)
}
