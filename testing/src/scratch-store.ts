import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EmbeddedConfig, Store } from 'cordon/store'

/** A store for one test file, and what another process needs to open the same one. */
export interface ScratchStore {
  readonly store: Store
  readonly config: EmbeddedConfig
  readonly database: string
  close(): Promise<void>
}

let databases = 0

/**
 * An empty store on a real PostgreSQL. One server serves a whole run of tests, each call gets a database of its own;
 * some seconds after the last test the server stops and its folder goes. Works as root and as anybody else.
 * `const scratch = await scratchStore()` in `beforeAll`, `await scratch.close()` in `afterAll`.
 * @param options `now`: a clock for the store
 */
export async function scratchStore(options: { readonly now?: () => number } = {}): Promise<ScratchStore> {
  const { openStore } = await import('cordon/store')
  const config = scratchConfig()
  const database = `scratch_${process.pid}_${++databases}_${process.env.VITEST_WORKER_ID ?? 0}`
  const store = await openStore(config, { ...options, database })
  return { store, config, database, close: () => store.close() }
}

/** The server that a run of tests shares: its workers have one parent. */
function scratchConfig(): EmbeddedConfig {
  return {
    kind: 'embedded',
    data: join(tmpdir(), `cordon-scratch-${process.getuid?.() ?? 0}-${process.ppid}`),
    ephemeral: true,
    linger: 10_000,
    // Tests kill processes, not the machine.
    settings: { fsync: 'off' },
  }
}
