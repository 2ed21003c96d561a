// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

type Island = { readonly file: string; readonly code: string }

const prefix = 'virtual:island/'
const folder = fileURLToPath(new URL('./app/islands', import.meta.url))

/**
 * `import address from 'virtual:island/form'`: the address of `app/islands/form.ts` as one small classic script, bundled and
 * minified.
 *
 * For pages that ship no application: what improves their forms stands alone. Bundled once for both builds, so that the
 * server names the very file that browsers load.
 */
export function islands(): Plugin {
  const bundled = new Map<string, Promise<Island>>()
  return {
    name: 'guichet:islands',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const name = id.slice(prefix.length + 1)
      const island = bundled.get(name) ?? bundle(name)
      bundled.set(name, island)
      const { file, code } = await island
      if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName: file, source: code })
      return `export default ${JSON.stringify(`/${file}`)}`
    },
  }
}

async function bundle(name: string): Promise<Island> {
  const path = join(folder, `${name}.ts`)
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: path, formats: ['iife'], name: 'island', fileName: () => `${name}.js` },
    },
  })
  const [first] = Array.isArray(output) ? output : [output]
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (!chunk) throw new Error(`${path} gives no script`)
  const hash = createHash('sha256').update(chunk.code).digest('base64url').slice(0, 8)
  return { file: `assets/island-${name}-${hash}.js`, code: chunk.code }
}
