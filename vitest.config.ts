import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
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
