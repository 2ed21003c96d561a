// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { nodeEnvironment, nodeFlags } from '../scripts/lib/node-flags.mjs'

export type ServerProcess = {
  /** From the start of the process to the first good answer, in milliseconds. */
  readonly startMs: number
  readonly pid: number
  /** Memory of the process, the database not counted, in megabytes. */
  memoryMb(): number
  stop(): Promise<void>
}

/** Starts the product as an operator would, on a prepared folder, and waits until it answers. */
export async function startServer(dataDir: string, port: number): Promise<ServerProcess> {
  const from = performance.now()
  const child = spawn(process.execPath, [...nodeFlags, join(import.meta.dirname, '../server/src/main.ts')], {
    env: {
      ...nodeEnvironment,
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO: 'false',
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '1000000',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server stopped with ${child.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (answer?.ok) break
    await delay(20)
  }
  return {
    startMs: performance.now() - from,
    pid: child.pid ?? 0,
    memoryMb: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
