import type pg from 'pg'
import type { PaymentDetail, PaymentStore } from './payments.ts'
import { objectLookup } from './threat-keys.ts'

/** What the sharing of a case asks of the rest of the store. */
export interface SharingRows {
  /** Messages of the queue that any of these findings is about. */
  payments(findings: readonly string[]): Promise<PaymentDetail[]>
  /** Threat objects by id, whole, as the collections that answer have them; of several versions the latest. */
  objects(ids: readonly string[]): Promise<Readonly<Record<string, unknown>>[]>
  /** Every object of a collection of threat intelligence, as its version that answers has it. @param collection `source/name` */
  collection(collection: string): Promise<Readonly<Record<string, unknown>>[]>
}

/** Makes it over a pool. */
export function sharingRows(pool: pg.Pool, payments: PaymentStore): SharingRows {
  return {
    async payments(findings) {
      if (findings.length === 0) return []
      const { rows } = await pool.query<{ key: string }>(
        `select key from payment_message m where exists (
           select 1 from json_array_elements_text(m.findings) as f (id) where f.id = any($1::text[])) order by no`,
        [findings],
      )
      const found = await Promise.all(rows.map(({ key }) => payments.get(key)))
      return found.filter((one) => one !== undefined)
    },
    async objects(ids) {
      if (ids.length === 0) return []
      const { rows } = await pool.query<{
        body: { id: string; modified?: number; body: Record<string, unknown> }
      }>(
        `select t.body from threat_item t join threat_collection c on c.id = t.collection
         where t.kind = 'object' and t.lookup = any($1::bytea[]) and t.until_seq = 2147483647 and c.current_seq is not null
         order by t.collection, t.key`,
        [ids.map(objectLookup)],
      )
      const latest = new Map<string, (typeof rows)[number]['body']>()
      for (const { body } of rows) {
        const before = latest.get(body.id)
        if (!before || (before.modified ?? 0) < (body.modified ?? 0)) latest.set(body.id, body)
      }
      return [...latest.values()].map(({ body }) => body)
    },
    async collection(collection) {
      const { rows } = await pool.query<{ body: { body: Record<string, unknown> } }>(
        `select body from threat_item where collection = $1 and kind = 'object' and until_seq = 2147483647 order by key`,
        [collection],
      )
      return rows.map(({ body }) => body.body)
    },
  }
}
