import type pg from 'pg'

/** A table of the store, and what of it is copied: columns that are not computed from others. */
export interface StoredTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** Kept apart from the tables: a session lives as long as its browser, and is not brought back to life. */
const notCopied = new Set(['session', 'cordon_migration', 'cordon_migration_lock'])

/** The tables to copy, those that others point to first. */
export async function storedTables(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`,
  )
  const { rows: links } = await client.query<{ from: string; to: string }>(
    `select f.relname as from, t.relname as to from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and f.relnamespace = current_schema()::regnamespace and k.conrelid <> k.confrelid`,
  )
  const tables = new Map<string, string[]>()
  for (const { table, column } of columns)
    if (!notCopied.has(table)) tables.set(table, [...(tables.get(table) ?? []), column])
  const ordered: StoredTable[] = []
  const visit = (name: string, path: readonly string[]) => {
    const of = tables.get(name)
    if (!of || path.includes(name) || ordered.some((one) => one.name === name)) return
    for (const { from, to } of links) if (from === name) visit(to, [...path, name])
    ordered.push({ name, columns: of })
  }
  for (const name of tables.keys()) visit(name, [])
  return ordered
}

/** Where the store's numberings stand. They move on whatever becomes of a transaction: read them last. */
export async function sequences(client: pg.ClientBase): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = current_schema() and last_value is not null order by 1`,
  )
  return Object.fromEntries(rows.map(({ name, last }) => [name, Number(last)]))
}

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** `"table" ("column", ...)`, as COPY takes it. */
export function copyList({ name, columns }: StoredTable): string {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`
}
