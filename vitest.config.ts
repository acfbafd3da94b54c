import { defineConfig } from 'vitest/config'

/** Tests resolve the workspaces to their sources, so that no build stands between an edit and its test. */
export default defineConfig({
  resolve: { conditions: ['cordon-source'] },
  // Not 'import' nor 'default': Node gets these as --conditions, and require() would take the wrong file of a dependency.
  ssr: { resolve: { conditions: ['cordon-source', 'node'] } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.{ts,tsx}',
      'testing/src/**/*.test.ts',
      'scripts/*.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
