// SPDX-License-Identifier: MIT
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { whileAlone } from './lock.mjs'
import { fail, root, say } from './root.mjs'

/** The Node that runs the server: a package like the others, newer than the machine's. */
export const node = join(root, 'node_modules', 'node', 'bin', 'node')

/** Makes what is installed be what the lock file says; does nothing when it is. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await whileAlone('install', () => {
    if (isInstalled()) return
    say('Installation des dépendances (une minute environ)…', 'Installing dependencies (about a minute)…')
    // What the user configured elsewhere must not leave out the scripts (they bring Node) or the build tools.
    const done = npm([
      'ci',
      '--include=dev',
      '--include=optional',
      '--ignore-scripts=false',
      '--no-audit',
      '--no-fund',
    ])
    if (done.status !== 0) {
      fail(
        'L’installation a échoué : vérifiez l’accès au registre npm, puis recommencez.',
        'Installing failed: check access to the npm registry, then try again.',
      )
    }
    if (!isInstalled()) {
      fail(
        `Node 24 n’a pas été installé dans node_modules : supprimez ce dossier et recommencez.`,
        `Node 24 was not installed in node_modules: remove that folder and try again.`,
      )
    }
  })
}

/** Runs npm with the folder of programs of the project first, and a cache it can write. */
export function npm(args) {
  const fromNpm = process.env.npm_execpath
  const [program, ...before] = fromNpm?.endsWith('.js') ? [process.execPath, fromNpm] : ['npm']
  return spawnSync(program, [...before, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: npmEnvironment(),
  })
}

function npmEnvironment() {
  const env = { ...process.env }
  // npm tells its own configuration to the scripts it runs, where it would count as a choice of the user.
  delete env.npm_config_ignore_scripts
  if (!canMake(env.npm_config_cache ?? join(homedir(), '.npm'))) {
    env.npm_config_cache = join(tmpdir(), `guichet-npm-${process.getuid?.() ?? 'cache'}`)
  }
  return env
}

/** Whether `folder` may be written, or be made in the nearest folder that exists. */
function canMake(folder) {
  if (!existsSync(folder) && dirname(folder) !== folder) return canMake(dirname(folder))
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * npm leaves in node_modules the list of what it installed, once it has ended. Packages for other systems are optional
 * and may be absent; all the rest must be there in the very version.
 */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => isSatisfied(path, entry, present[path])) && hasNode()
}

function isSatisfied(path, wanted, present) {
  if (!path.includes('node_modules/') || wanted.link) return true
  if (present) return present.version === wanted.version
  return wanted.optional === true || wanted.peer === true || wanted.devOptional === true
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

function hasNode() {
  try {
    return /^v(2[4-9]|[3-9]\d)/.test(execFileSync(node, ['--version'], { encoding: 'utf8' }))
  } catch {
    return false
  }
}
