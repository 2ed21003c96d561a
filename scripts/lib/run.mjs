// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node } from './install.mjs'
import { nodeEnvironment, nodeFlags } from './node-flags.mjs'
import { root } from './root.mjs'

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program of ours on the Node of the project, with our terminal, and ends as it ends. It is told of our death by
 * the channel that closes, so that killing this launcher leaves nothing behind; signals are passed on.
 */
export function runAndExit(script, args = []) {
  const child = spawn(node, [...nodeFlags, join(root, script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environment(),
  })
  for (const signal of passedOn) process.on(signal, () => child.kill(signal))
  stopWithNpm(child)
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}

/**
 * The programs of the project come first for whatever the server starts. Node keeps what it compiled, our TypeScript
 * too: a second start takes a third less.
 */
function environment() {
  const NODE_COMPILE_CACHE =
    process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled')
  return {
    ...process.env,
    ...nodeEnvironment,
    NODE_COMPILE_CACHE,
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`,
  }
}

/**
 * npm cannot tell when it is killed: who runs under it looks whether it is still there. Between npm and us there may be
 * a shell, which would outlive it.
 */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const isShell = /\bscripts\//.test(contentOf(`/proc/${shell}/cmdline`))
  const ancestors = () => `${process.ppid} ${isShell ? parentOf(shell) : ''}`
  const atFirst = ancestors()
  setInterval(() => {
    if (ancestors() !== atFirst) child.kill('SIGTERM')
  }, 1_000).unref()
}

/** The fourth word of `stat`, after a name in parentheses that may hold anything. */
function parentOf(pid) {
  return contentOf(`/proc/${pid}/stat`).replace(/^.*\)/s, '').trim().split(' ')[1]
}

function contentOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
