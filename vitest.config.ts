import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Many server tests wait: for a killed worker to be missed, for a database to come back.
    maxWorkers: Math.max(3, availableParallelism()),
    projects: [
      { test: { name: 'engine', include: ['engine/src/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'architecture', include: ['tests/*.test.ts'], environment: 'node' } },
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
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
