import { randomUUID } from 'node:crypto'
import { CordonError, type Instant, type Tlp } from '@cordon/model'
import type pg from 'pg'
import { appendAudit } from './audit.ts'
import { recordCaseEvent } from './cases-events.ts'
import { lockCases } from './cases-lock.ts'
import { lockedCase } from './cases-row.ts'
import {
  type AddOptions,
  addObjects,
  markLast,
  type TaxiiAdded,
  type TaxiiObject,
  timeOfMicros,
} from './taxii-add.ts'
import { readObjects, type TaxiiFilter, type TaxiiRow } from './taxii-read.ts'

/** What is shared over TAXII. */
export interface TaxiiCollection {
  readonly id: string
  /** A short name for command lines. */
  readonly name: string
  readonly title: string
  readonly description: string
  /** Nothing above it is put in by this program. */
  readonly tlp: Tlp
  /** Whether partners may add to it. */
  readonly canWrite: boolean
  readonly createdAt: Instant
  readonly createdBy: string
  readonly objects: number
}

/** What a collection is made with. */
export interface NewCollection {
  readonly name: string
  readonly title: string
  readonly description?: string
  readonly tlp: Tlp
  readonly canWrite?: boolean
}

/** Something that was shared: for the audit log and the case's own. */
export interface ShareRecord {
  readonly case: number
  readonly format: string
  readonly tlp: Tlp
  readonly who: string
  readonly objects: number
  readonly held: number
  /** The collection it went to. */
  readonly collection?: string
  /** Of the bytes that left, hexadecimal. */
  readonly sha256?: string
}

/** Collections for TAXII as a part of the store. */
export interface TaxiiStore {
  /** By name. */
  collections(): Promise<TaxiiCollection[]>
  /** By id or name. */
  collection(key: string): Promise<TaxiiCollection | undefined>
  /** @throws CordonError CORDON_COLLECTION_EXISTS, CORDON_COLLECTION_NAME */
  create(collection: NewCollection, who: string): Promise<TaxiiCollection>
  read(
    collection: string,
    filter: TaxiiFilter,
    limit: number,
    columns: 'bodies' | 'manifest',
  ): Promise<{ readonly rows: readonly TaxiiRow[]; readonly more: boolean }>
  /** Adds objects that a partner sent, in one transaction with its status and the audit log. */
  post(
    collection: string,
    objects: readonly TaxiiObject[],
    refused: readonly TaxiiAdded[],
    who: string,
    /** What the audit log is told besides. */
    more?: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly id: string; readonly at: Instant; readonly results: readonly TaxiiAdded[] }>
  status(
    id: string,
  ): Promise<{ readonly collection: string; readonly at: Instant; readonly body: string } | undefined>
  /** Removes an object, or versions of it. @returns how many versions went */
  remove(collection: string, filter: TaxiiFilter, who: string): Promise<number>
  /** Puts into a collection what a case shares, and takes out what it shared there before and no longer does. */
  publish(
    collection: TaxiiCollection,
    objects: readonly TaxiiObject[],
    share: ShareRecord,
    maker: string,
  ): Promise<{ readonly added: number; readonly withdrawn: number }>
  /** Records what left as a file. @throws CordonError CORDON_CASE_UNKNOWN, CORDON_CASE_MERGED */
  shared(share: ShareRecord): Promise<void>
}

type InTransaction = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>

const chunk = 5_000
const isUuid = (key: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)

/** Makes the store of collections over a pool. */
export function taxiiStore(pool: pg.Pool, transaction: InTransaction, now: () => Instant): TaxiiStore {
  const select = `select c.id, c.name, c.title, c.description, c.tlp, c.can_write as "canWrite", c.created_at as "createdAt",
    c.created_by as "createdBy", (select count(*)::int from taxii_object o where o.collection = c.id and o.is_last) as objects
    from taxii_collection c`
  const find = async (key: string) => {
    const { rows } = await pool.query<TaxiiCollection>(
      `${select} where ${isUuid(key) ? 'c.id' : 'c.name'} = $1`,
      [key],
    )
    return rows[0]
  }
  const inChunks = async (
    client: pg.PoolClient,
    collection: string,
    objects: readonly TaxiiObject[],
    options: AddOptions = {},
  ) => {
    const results: TaxiiAdded[] = []
    for (let at = 0; at < objects.length; at += chunk)
      results.push(...(await addObjects(client, collection, objects.slice(at, at + chunk), now(), options)))
    return results
  }
  return {
    collections: async () => (await pool.query<TaxiiCollection>(`${select} order by c.name`)).rows,
    collection: find,
    async create({ name, title, description = '', tlp, canWrite = false }, who) {
      if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(name)) throw badName(name)
      const id = randomUUID()
      await transaction(async (client) => {
        const at = now()
        const { rowCount } = await client.query(
          `insert into taxii_collection (id, name, title, description, tlp, can_write, created_at, created_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (name) do nothing`,
          [id, name, title, description, tlp, canWrite, at, who],
        )
        if (rowCount === 0) throw exists(name)
        await appendAudit(client, {
          at,
          actor: who,
          action: 'taxii.create',
          subject: `collection ${name}`,
          detail: { id, tlp, canWrite },
        })
      })
      return (await find(id))!
    },
    read: (collection, filter, limit, columns) => readObjects(pool, collection, filter, limit, columns),
    post: (collection, objects, refused, who, more = {}) =>
      transaction(async (client) => {
        const results = [...(await inChunks(client, collection, objects)), ...refused]
        const [id, at] = [randomUUID(), now()]
        await client.query('insert into taxii_status values ($1, $2, $3, $4, $5)', [
          id,
          collection,
          at,
          who,
          JSON.stringify(results),
        ])
        const failed = results.filter(({ fault }) => fault !== undefined).length
        const detail = { status: id, added: results.length - failed, refused: failed, ...more }
        await appendAudit(client, {
          at,
          actor: who,
          action: 'taxii.post',
          subject: `collection ${collection}`,
          detail,
        })
        return { id, at, results }
      }),
    async status(id) {
      if (!isUuid(id)) return undefined
      const { rows } = await pool.query<{ collection: string; at: number; body: string }>(
        'select collection, at, body from taxii_status where id = $1',
        [id],
      )
      return rows[0]
    },
    remove: (collection, filter, who) =>
      transaction(async (client) => {
        await client.query('select 1 from taxii_collection where id = $1 for update', [collection])
        const { rows } = await readObjects(pool, collection, filter, 100_000, 'manifest')
        await client.query('delete from taxii_object where collection = $1 and added = any($2::bigint[])', [
          collection,
          rows.map(({ added }) => added),
        ])
        await markLast(client, collection, [...new Set(rows.map(({ id }) => id))])
        const detail = {
          objects: [...new Set(rows.map(({ id }) => id))].slice(0, 100),
          versions: rows.length,
        }
        if (rows.length > 0)
          await appendAudit(client, {
            at: now(),
            actor: who,
            action: 'taxii.delete',
            subject: `collection ${collection}`,
            detail,
          })
        return rows.length
      }),
    publish: (collection, objects, share, maker) =>
      transaction(async (client) => {
        await lockCases(client)
        await lockedCase(client, share.case)
        const origin = `case ${share.case}`
        await client.query('select 1 from taxii_collection where id = $1 for update', [collection.id])
        const { rows: gone } = await client.query<{ id: string }>(
          `delete from taxii_object where collection = $1 and origin = $2 and id <> all($3::text[])
             and body::json ->> 'created_by_ref' = $4 returning id`,
          [collection.id, origin, objects.map(({ id }) => id), maker],
        )
        const bump = timeOfMicros(now() * 1000)
        const results = await inChunks(client, collection.id, objects, { origin, bump })
        const withdrawn = new Set(gone.map(({ id }) => id)).size
        await record(client, { ...share, collection: collection.name }, now(), { withdrawn })
        return { added: results.filter(({ fault }) => fault === undefined).length, withdrawn }
      }),
    shared: (share) =>
      transaction(async (client) => {
        await lockCases(client)
        await lockedCase(client, share.case)
        await record(client, share, now())
      }),
  }
}

async function record(
  client: pg.ClientBase,
  { case: id, who, ...what }: ShareRecord,
  at: Instant,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await recordCaseEvent(client, { case: id, at, actor: who, kind: 'share', body: { ...what, ...more } })
}

function exists(name: string): CordonError {
  return new CordonError({
    code: 'CORDON_COLLECTION_EXISTS',
    expected: 'a name that no collection has',
    found: name,
    where: 'collection',
    remedy: 'Choose another name, or share into the one that is there.',
  })
}

function badName(name: string): CordonError {
  return new CordonError({
    code: 'CORDON_COLLECTION_NAME',
    expected: 'up to 60 lower-case letters, digits and hyphens',
    found: JSON.stringify(name.slice(0, 80)),
    where: 'collection',
    remedy: 'For example: partners-green.',
  })
}
