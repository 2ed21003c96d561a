// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { whileAlone } from './lock.mjs'
import { root, say } from './root.mjs'

/** Libraries of Debian without which the browser of the npm package does not start. */
const libraries = ['libnss3', 'libnspr4', 'libexpat1', 'libfontconfig1', 'libfreetype6', 'fonts-liberation']

/**
 * The browser of the tests: the one named in CHROMIUM_PATH, the system's, or the one that comes with npm, unpacked once
 * per user and before several workers would do it at the same time.
 */
export async function findBrowser() {
  const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path))
  if (known) return known
  const browser = await whileAlone('browser', unpack)
  if (!starts(browser)) installLibraries()
  return browser
}

async function unpack() {
  const folder = join(tmpdir(), `guichet-browser-${userInfo().uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // The package unpacks into the temporary folder, where another user's copy could neither be run nor replaced.
  const former = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { default: chromium } = await import(
      pathToFileURL(join(root, 'node_modules/@sparticuz/chromium/build/index.js')).href
    )
    return await chromium.executablePath()
  } finally {
    if (former === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = former
  }
}

function starts(browser) {
  return spawnSync(browser, ['--version'], { stdio: 'ignore' }).status === 0
}

/** Only root may, and only Debian and its kin know how; otherwise the tests tell what is missing. */
function installLibraries() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say(`Le navigateur demande ces paquets : ${libraries.join(' ')}`, 'The browser needs these packages')
    return
  }
  say('Installation des bibliothèques du navigateur…', 'Installing the libraries of the browser…')
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...libraries], options)
}
