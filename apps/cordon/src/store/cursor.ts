import type pg from 'pg'

let cursors = 0

/**
 * Streams a query's rows in batches through a server-side cursor, in bounded memory. The client must be inside a
 * transaction.
 */
export async function* streamRows<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  sql: string,
  values: readonly unknown[],
  batchSize = 2_000,
): AsyncGenerator<Row[]> {
  cursors = (cursors + 1) % 1_000_000
  const name = `cordon_rows_${cursors}`
  await client.query(`declare ${name} no scroll cursor for ${sql}`, [...values])
  const fetch = `fetch ${batchSize} from ${name}`
  // The next batch is under way while this one is used.
  let next = client.query<Row>(fetch)
  try {
    for (;;) {
      const { rows } = await next
      if (rows.length === 0) return
      if (rows.length === batchSize) next = client.query<Row>(fetch)
      yield rows
      if (rows.length < batchSize) return
    }
  } finally {
    await next.catch(() => undefined)
    await client.query(`close ${name}`).catch(() => undefined)
  }
}
