import type pg from 'pg'
import { microTime } from './taxii-add.ts'

/** Which objects of a collection are asked for (TAXII 2.1, section 3.4). */
export interface TaxiiFilter {
  /** Microseconds; only what was added later. */
  readonly after?: number
  readonly ids?: readonly string[]
  readonly types?: readonly string[]
  readonly specVersions?: readonly string[]
  /** `last`, `first`, `all`, or times. Left out: `last`. */
  readonly versions?: readonly string[]
}

/** One version of an object, its body as JSON text. */
export interface TaxiiRow {
  readonly added: number
  readonly id: string
  readonly version: string
  readonly type: string
  readonly spec_version: string
  readonly body: string
}

/**
 * A page of a collection, in the order of addition.
 * @param columns whether bodies are wanted
 */
export async function readObjects(
  pool: pg.Pool,
  collection: string,
  filter: TaxiiFilter,
  limit: number,
  columns: 'bodies' | 'manifest',
): Promise<{ readonly rows: readonly TaxiiRow[]; readonly more: boolean }> {
  const values: unknown[] = [collection]
  const put = (value: unknown) => `$${values.push(value)}`
  const where = [`o.collection = $1`]
  if (filter.after !== undefined) where.push(`o.added > ${put(filter.after)}::bigint`)
  if (filter.ids) where.push(`o.id = any(${put(filter.ids)}::text[])`)
  if (filter.types) where.push(`o.type = any(${put(filter.types)}::text[])`)
  if (filter.specVersions) where.push(`o.spec_version = any(${put(filter.specVersions)}::text[])`)
  where.push(versionsSql(filter.versions ?? ['last'], put))
  const { rows } = await pool.query<TaxiiRow>(
    `select o.added, o.id, o.version, o.type, o.spec_version, ${columns === 'bodies' ? 'o.body' : `'' as body`}
     from taxii_object o where ${where.join(' and ')} order by o.added limit ${limit + 1}`,
    values,
  )
  return { rows: rows.slice(0, limit), more: rows.length > limit }
}

function versionsSql(versions: readonly string[], put: (value: unknown) => string): string {
  if (versions.includes('all')) return 'true'
  const times = versions.flatMap((one) => microTime(one) ?? [])
  const either = [
    ...(versions.includes('last') ? ['o.is_last'] : []),
    ...(versions.includes('first')
      ? [
          `not exists (select 1 from taxii_object e where e.collection = o.collection and e.id = o.id
             and e.version collate "C" < o.version collate "C")`,
        ]
      : []),
    ...(times.length > 0 ? [`o.version = any(${put(times)}::text[])`] : []),
  ]
  return either.length > 0 ? `(${either.join(' or ')})` : 'false'
}
