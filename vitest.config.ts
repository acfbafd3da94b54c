import { defineConfig } from 'vitest/config'

const room = (name: string, isolate: boolean, include: string[]) => ({
  extends: true as const,
  test: { name, isolate, include },
})

/** Tests resolve the workspaces to their sources, so that no build stands between an edit and its test. */
export default defineConfig({
  resolve: { conditions: ['cordon-source'] },
  // Not 'import' nor 'default': Node gets these as --conditions, and require() would take the wrong file of a dependency.
  ssr: { resolve: { conditions: ['cordon-source', 'node'] } },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // Pure by rule: what one test file loads the next may use, which saves most of their time.
      room('packages', false, ['packages/*/src/**/*.test.ts', 'scripts/*.test.ts']),
      room('apps', true, ['apps/*/src/**/*.test.{ts,tsx}', 'testing/src/**/*.test.ts']),
    ],
  },
})
