import { homedir } from 'node:os'
import { join } from 'node:path'
import type { EmbeddedConfig } from './postgres-cluster.ts'

/** A PostgreSQL server that someone else runs. */
export interface ExternalConfig {
  readonly kind: 'external'
  /** `postgresql://user:password@host/database` */
  readonly url: string
}

/** Where the store is. */
export type StoreConfig = EmbeddedConfig | ExternalConfig

/** What decides where the store is; the caller reads it from options and environment. */
export interface StoreRequest {
  /** DATABASE_URL: an external server instead of the embedded one. */
  readonly databaseUrl?: string | undefined
  /** `--data` or CORDON_DATA: the data folder. */
  readonly data?: string | undefined
  /** CORDON_POSTGRES_BIN: folder with `initdb` and `postgres`. */
  readonly postgresBin?: string | undefined
}

/**
 * The store's place: the server of `databaseUrl`, else the data folder, by default `~/.cordon`; as root
 * `/var/lib/cordon`, since PostgreSQL then runs as another account, to which root's home is closed.
 */
export function resolveStore(request: StoreRequest): StoreConfig {
  if (request.databaseUrl) return { kind: 'external', url: request.databaseUrl }
  return {
    kind: 'embedded',
    data: request.data || defaultDataFolder(),
    ...(request.postgresBin && { postgresBin: request.postgresBin }),
  }
}

/** The data folder when none is named. */
export function defaultDataFolder(): string {
  return process.getuid?.() === 0 ? '/var/lib/cordon' : join(homedir(), '.cordon')
}
