import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { streamRows } from './cursor.ts'

/** How far a collection of somebody else's was read. */
export interface TaxiiFeed {
  readonly address: string
  /** The time of addition of the last object, as the server said it. */
  readonly addedAfter?: string
  /** Where the reading that is under way goes on. */
  readonly next?: string
  readonly pages: number
}

/** Collections of others as a part of the store. */
export interface TaxiiFeeds {
  get(address: string): Promise<TaxiiFeed | undefined>
  /** Keeps a page and how far it leads, in one transaction: a reading that breaks off goes on after its last whole page. */
  keep(
    address: string,
    objects: readonly unknown[],
    place: { readonly addedAfter?: string; readonly next?: string },
  ): Promise<void>
  /** Everything that came, in order, as JSON texts. */
  objects(address: string): AsyncGenerator<string[]>
  /** Begins anew. */
  forget(address: string): Promise<void>
}

interface Row {
  readonly address: string
  readonly added_after: string | null
  readonly next: string | null
  readonly pages: number
}

/** Makes them over a pool. */
export function taxiiFeeds(
  pool: pg.Pool,
  transaction: <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
  now: () => Instant,
): TaxiiFeeds {
  return {
    async get(address) {
      const { rows } = await pool.query<Row>('select * from taxii_feed where address = $1', [address])
      const [row] = rows
      return (
        row && {
          address,
          pages: row.pages,
          ...(row.added_after !== null && { addedAfter: row.added_after }),
          ...(row.next !== null && { next: row.next }),
        }
      )
    },
    keep: (address, objects, { addedAfter, next }) =>
      transaction(async (client) => {
        await client.query(
          `insert into taxii_feed (address, added_after, next, pages, changed_at) values ($1, $2, $3, 1, $4)
           on conflict (address) do update set added_after = coalesce(excluded.added_after, taxii_feed.added_after),
             next = excluded.next, pages = taxii_feed.pages + 1, changed_at = excluded.changed_at`,
          [address, addedAfter ?? null, next ?? null, now()],
        )
        for (let at = 0; at < objects.length; at += 5_000)
          await client.query(
            'insert into taxii_feed_object (address, body) select $1, * from unnest($2::text[])',
            [
              address,
              objects
                .slice(at, at + 5_000)
                .map((one) => JSON.stringify(one).replaceAll('\\u0000', '\\ufffd')),
            ],
          )
      }),
    async *objects(address) {
      const client = await pool.connect()
      try {
        await client.query('begin read only isolation level repeatable read')
        for await (const rows of streamRows<{ body: string }>(
          client,
          'select body from taxii_feed_object where address = $1 order by no',
          [address],
        ))
          yield rows.map(({ body }) => body)
      } finally {
        await client.query('rollback').catch(() => undefined)
        client.release()
      }
    },
    async forget(address) {
      await pool.query('delete from taxii_feed where address = $1', [address])
    },
  }
}
