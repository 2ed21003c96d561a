import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { WaitingFirst } from './server/src/testing/waiting-first.ts'

// Workers, and the servers that tests start and kill, find here what Node has compiled before: 40 % of their start.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

export default defineConfig({
  test: {
    // Many server tests wait: for a killed worker to be missed, for a database to come back.
    maxWorkers: Math.max(3, availableParallelism()),
    // A worker keeps what it has read from one file to the next: nothing of ours is global, and reading the house anew
    // for each file takes longer than most tests.
    isolate: false,
    // What takes a second may take twenty on a machine that is busy with others.
    testTimeout: 40_000,
    sequence: { sequencer: WaitingFirst },
    projects: [
      { test: { name: 'engine', include: ['engine/src/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'architecture', include: ['tests/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'refusals',
          globalSetup: ['web/testing/pages.setup.ts', 'server/src/testing/cluster.setup.ts'],
          include: ['tests/refusals/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          environment: 'node',
        },
      },
      {
        test: {
          name: 'web',
          globalSetup: ['web/testing/pages.setup.ts'],
          include: ['web/app/**/*.test.{ts,tsx}', 'web/*.test.ts'],
          hookTimeout: 120_000,
          environment: 'node',
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['server/src/testing/cluster.setup.ts'],
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
