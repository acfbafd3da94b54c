import { CordonError } from '@cordon/model'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { StoreConfig } from './config.ts'
import { leaseServer } from './postgres-process.ts'
import type { Tables } from './tables.ts'

/** What the parts of the store work with: a typed builder, and the pool below it for COPY, cursors and LISTEN. */
export interface Database {
  readonly sql: Kysely<Tables>
  readonly pool: pg.Pool
  /** One client outside the pool, for LISTEN. The caller ends it. */
  connect(): Promise<pg.Client>
  close(options?: { readonly stopIfLast?: boolean }): Promise<void>
}

/** What a database is opened with. */
export interface DatabaseOptions {
  /** Name of the database on an embedded server. Default `cordon`; made when absent. */
  readonly database?: string
  /** Most connections of this process. Default 8. */
  readonly maxConnections?: number
}

// 64-bit integers of the store are sequence numbers and instants, all far below 2^53.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

/**
 * Connects to the store's server, starting the embedded one where it does not run.
 * @throws CordonError CORDON_STORE_UNREACHABLE for an external server that does not answer, or what `leaseServer` throws
 */
export async function openDatabase(config: StoreConfig, options: DatabaseOptions = {}): Promise<Database> {
  if (config.kind === 'external') return external(config.url, options)
  const lease = await leaseServer(config)
  const database = options.database ?? 'cordon'
  try {
    await createDatabase({ ...lease.connection, database: 'postgres' }, database)
    return fromConnection({ ...lease.connection, database }, options, (how) => lease.release(how))
  } catch (error) {
    await lease.release()
    throw error
  }
}

async function external(url: string, options: DatabaseOptions): Promise<Database> {
  const database = fromConnection({ connectionString: url }, options, async () => undefined)
  try {
    await database.pool.query('select 1')
    return database
  } catch (cause) {
    await database.close()
    throw new CordonError(
      {
        code: 'CORDON_STORE_UNREACHABLE',
        expected: 'a PostgreSQL server that answers',
        found: (cause as Error).message || String((cause as { code?: string }).code),
        where: `DATABASE_URL (${withoutPassword(url)})`,
        remedy: 'Check address, account and database, or unset DATABASE_URL for the embedded store.',
      },
      { cause },
    )
  }
}

function fromConnection(
  connection: pg.PoolConfig,
  options: DatabaseOptions,
  release: (how?: { readonly stopIfLast?: boolean }) => Promise<void>,
): Database {
  const settings = { ...connection, application_name: 'cordon', types, keepAlive: true }
  const pool = new pg.Pool({ ...settings, max: options.maxConnections ?? 8 })
  // An idle connection that breaks is replaced at the next query, which reports what matters.
  pool.on('error', () => undefined)
  const sql = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    sql,
    pool,
    async connect() {
      const client = new pg.Client(settings)
      await client.connect()
      return client
    },
    async close(how) {
      await sql.destroy()
      await release(how)
    },
  }
}

async function createDatabase(connection: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rows.length === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } catch (error) {
    // Another process made it in the same moment.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await client.end()
  }
}

/** Runs `work` in one transaction on one connection of the pool; a throw rolls all of it back. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const remember = (error: Error) => {
    broken = error
  }
  client.on('error', remember)
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(remember)
    throw error
  } finally {
    client.off('error', remember)
    client.release(broken)
  }
}

function withoutPassword(url: string): string {
  return url.replace(/:[^:@/]*@/, ':...@')
}
