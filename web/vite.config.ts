// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { islands } from './islands.ts'
import { precompress } from './precompress.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/*
 * Paths are absolute: the build runs from the root of the repository as well as from this folder.
 * The server bundle is `app/server.ts`, which exports the two functions the HTTP platform calls.
 */
export default defineConfig({
  root: here('.'),
  plugins: [
    paraglideVitePlugin({
      project: here('./project.inlang'),
      outdir: here('./app/paraglide'),
      // The locale is decided once per request by the server and read from <html lang> by the browser.
      strategy: ['globalVariable', 'baseLocale'],
      isServer: 'import.meta.env.SSR',
      emitReadme: false,
      emitGitIgnore: false,
      emitPrettierIgnore: false,
    }),
    islands(),
    reactRouter(),
    precompress(),
  ],
  build: { assetsInlineLimit: 0 },
  environments: {
    ssr: {
      // Everything in one file: React's production build, whatever NODE_ENV the server runs with. But the engine, which
      // the server has loaded already: its parsers and its field types need not be in memory twice.
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      resolve: { noExternal: true },
      build: { rollupOptions: { input: here('./app/server.ts'), external: ['@guichet/engine'] } },
    },
  },
})
