import { CordonError } from '@cordon/model'
import { type Migration, Migrator, sql } from 'kysely'
import type { Database } from './database.ts'
import { migrations } from './migrations/index.ts'

const table = 'cordon_migration'

/**
 * Brings the tables to what this program expects. All missing steps run in one transaction, and starters wait for
 * one another, so that a step runs once and whole.
 * @returns the names of the steps that ran now
 * @throws CordonError CORDON_STORE_NEWER when a newer program has changed the store
 */
export async function migrate(
  { sql: db }: Database,
  steps: Readonly<Record<string, Migration>> = migrations,
): Promise<string[]> {
  const applied = await appliedSteps(db)
  const unknown = applied.filter((name) => !(name in steps))
  if (unknown.length > 0)
    throw new CordonError({
      code: 'CORDON_STORE_NEWER',
      expected: `a store up to step ${Object.keys(steps).sort().at(-1)}`,
      found: `step ${unknown.join(', ')}, made by a newer Cordon`,
      where: `table ${table}`,
      remedy: 'Update this Cordon to at least the version that last opened the store.',
    })
  if (applied.length === Object.keys(steps).length) return []
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...steps }) },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
    // Steps that were made side by side are numbered before it is known which of them a store meets first.
    allowUnorderedMigrations: true,
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map(({ migrationName }) => migrationName)
}

/** The steps that have run, by name. */
export async function appliedSteps(db: Database['sql']): Promise<string[]> {
  const { rows: found } = await sql<{
    found: boolean
  }>`select to_regclass(${table}) is not null as found`.execute(db)
  if (!found[0]?.found) return []
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)} order by name`.execute(db)
  return rows.map(({ name }) => name)
}
