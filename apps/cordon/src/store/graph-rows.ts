import type { ShipRecord } from '@cordon/maritime'
import type { Finding } from '@cordon/model'
import type pg from 'pg'
import { streamRows } from './cursor.ts'
import type { KeptEvent } from './sea.ts'

/** What the graph is made of, beside the lists and threat objects that are in memory anyway. */
export interface GraphRows {
  /** Changes whenever something below does. */
  signature(): Promise<string>
  /** All of it as one moment has it, in batches. */
  rows(): AsyncGenerator<GraphBatch, void, undefined>
}

/** Some rows of one kind. */
export type GraphBatch =
  | { readonly are: 'findings'; readonly rows: readonly Finding[] }
  | { readonly are: 'payments'; readonly rows: readonly { text: string; receivedAt: number }[] }
  | { readonly are: 'ships'; readonly rows: readonly ShipRecord[] }
  | { readonly are: 'events'; readonly rows: readonly KeptEvent[] }

const signatureSql = `select concat_ws(' ',
  (select concat_ws('/', count(*), max(arrival), max(revised_at)) from finding),
  (select concat_ws('/', count(*), max(end_at), sum(end_at - start_at)) from sea_event),
  (select concat_ws('/', count(*), max(no)) from payment_message),
  (select concat_ws('/', count(*), max(seen_at)) from sea_vessel),
  (select concat_ws('/', count(*), max(said_at), count(withdrawn)) from identity_claim),
  (select string_agg(id || '=' || current_seq, ',' order by id) from threat_collection)) as signature`

/** The rows of a store that the graph is made of. */
export function graphRows(pool: pg.Pool): GraphRows {
  return {
    async signature() {
      const { rows } = await pool.query<{ signature: string }>(signatureSql)
      return rows[0]!.signature
    },
    async *rows() {
      const client = await pool.connect()
      try {
        await client.query('begin transaction isolation level repeatable read read only')
        for await (const rows of streamRows<{ body: string }>(
          client,
          'select body from finding order by arrival',
          [],
        ))
          yield { are: 'findings', rows: rows.map(({ body }) => JSON.parse(body) as Finding) }
        for await (const rows of streamRows<{ text: string; received_at: number }>(
          client,
          'select text, received_at from payment_message order by no',
          [],
        ))
          yield {
            are: 'payments',
            rows: rows.map(({ text, received_at }) => ({ text, receivedAt: received_at })),
          }
        for await (const rows of streamRows<{ body: ShipRecord }>(
          client,
          'select body from sea_vessel order by mmsi',
          [],
        ))
          yield { are: 'ships', rows: rows.map(({ body }) => body) }
        for await (const rows of streamRows<{ body: KeptEvent }>(
          client,
          `select body from sea_event where other is not null or kind = 'sighting' order by id`,
          [],
        ))
          yield { are: 'events', rows: rows.map(({ body }) => body) }
      } finally {
        await client.query('rollback').catch(() => undefined)
        client.release()
      }
    },
  }
}
