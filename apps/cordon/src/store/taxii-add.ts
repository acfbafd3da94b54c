import { createHash } from 'node:crypto'
import type pg from 'pg'
import { canonicalJson } from './canonical-json.ts'

/** An object of STIX as it is to be added, checked already. */
export interface TaxiiObject {
  readonly id: string
  readonly type: string
  readonly specVersion: string
  /** `modified`, or `created`; absent for what has no versions. */
  readonly version?: string
  readonly body: Readonly<Record<string, unknown>>
}

/** What came of one object. */
export interface TaxiiAdded {
  readonly id: string
  readonly version: string
  /** Why it was not added. */
  readonly fault?: string
}

/** RFC 3339 in UTC with six digits; undefined for no time. */
export function microTime(text: string): string | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/.exec(text)
  if (!found || Number.isNaN(Date.parse(text))) return undefined
  return `${found[1]}.${(found[2] ?? '').padEnd(6, '0').slice(0, 6)}Z`
}

/** Microseconds since 1970 as RFC 3339. */
export function timeOfMicros(micros: number): string {
  const milliseconds = Math.floor(micros / 1000)
  return `${new Date(milliseconds).toISOString().slice(0, 23)}${String(micros - milliseconds * 1000).padStart(3, '0')}Z`
}

/** Microseconds since 1970 of a time; undefined for no time. */
export function microsOf(text: string): number | undefined {
  const time = microTime(text)
  return time === undefined
    ? undefined
    : Date.parse(`${time.slice(0, 19)}Z`) * 1000 + Number(time.slice(20, 26))
}

/** How an addition is done. */
export interface AddOptions {
  /** By whom a person knows where it is from: `case 7`. */
  readonly origin?: string
  /** Where an object has changed but not its version, it gets this one: for what is made here. */
  readonly bump?: string
}

interface Held {
  readonly id: string
  readonly version: string
  readonly hash: Buffer
}

/**
 * Adds objects within the client's transaction, which holds the collection's row: additions are one after the other, and whoever has
 * seen a time of addition has seen every lower one. The same version of an object again changes nothing; with other content it is
 * refused.
 */
export async function addObjects(
  client: pg.ClientBase,
  collection: string,
  objects: readonly TaxiiObject[],
  now: number,
  { origin = '', bump }: AddOptions = {},
): Promise<TaxiiAdded[]> {
  const { rows } = await client.query<{ last_added: number }>(
    'select last_added from taxii_collection where id = $1 for update',
    [collection],
  )
  const held = await heldOf(client, collection, objects)
  let added = Math.max(now * 1000, Number(rows[0]!.last_added) + 1)
  const fresh: (Held & { readonly added: number; readonly object: TaxiiObject; readonly text: string })[] = []
  const results = objects.map((object): TaxiiAdded => {
    const versions = held.get(object.id) ?? new Map<string, Buffer>()
    held.set(object.id, versions)
    let { body } = object
    let hash = hashOf(body)
    let version = object.version ?? [...versions.keys()][0] ?? timeOfMicros(added)
    const before = versions.get(version)
    if (before?.equals(hash)) return { id: object.id, version }
    if (
      before &&
      object.version !== undefined &&
      bump !== undefined &&
      [...versions.keys()].every((one) => one < bump)
    ) {
      version = bump
      body = { ...body, modified: `${bump.slice(0, 23)}Z` }
      hash = hashOf(body)
    } else if (before)
      return {
        id: object.id,
        version,
        fault: 'STIX_DUPLICATE: this version of the object is here already with other content',
      }
    versions.set(version, hash)
    fresh.push({ id: object.id, version, hash, added: added++, object, text: JSON.stringify(body) })
    return { id: object.id, version }
  })
  if (fresh.length === 0) return results
  await client.query(
    `insert into taxii_object (collection, added, id, version, type, spec_version, hash, origin, body)
     select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::text[], $9::text[])`,
    [
      collection,
      fresh.map((one) => one.added),
      fresh.map((one) => one.id),
      fresh.map((one) => one.version),
      fresh.map((one) => one.object.type),
      fresh.map((one) => one.object.specVersion),
      fresh.map((one) => one.hash),
      fresh.map(() => origin),
      // U+0000 is no text to PostgreSQL.
      fresh.map((one) => one.text.replaceAll('\\u0000', '\\ufffd')),
    ],
  )
  await markLast(client, collection, [
    ...new Set(fresh.filter(({ id }) => (held.get(id)?.size ?? 0) > 1).map(({ id }) => id)),
  ])
  await client.query('update taxii_collection set last_added = $2 where id = $1', [collection, added - 1])
  return results
}

/** Of each object the greatest version is its last. */
export async function markLast(
  client: pg.ClientBase,
  collection: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await client.query(
    `update taxii_object o set is_last = (o.version = x.last) from (
       select id, max(version collate "C") as last from taxii_object where collection = $1 and id = any($2) group by id) x
     where o.collection = $1 and o.id = x.id and o.is_last <> (o.version = x.last)`,
    [collection, ids],
  )
}

async function heldOf(
  client: pg.ClientBase,
  collection: string,
  objects: readonly TaxiiObject[],
): Promise<Map<string, Map<string, Buffer>>> {
  const held = new Map<string, Map<string, Buffer>>()
  const ids = [...new Set(objects.map(({ id }) => id))]
  const { rows } = await client.query<Held>(
    'select id, version, hash from taxii_object where collection = $1 and id = any($2)',
    [collection, ids],
  )
  for (const { id, version, hash } of rows) {
    const versions = held.get(id) ?? new Map<string, Buffer>()
    versions.set(version, hash)
    held.set(id, versions)
  }
  return held
}

function hashOf(body: unknown): Buffer {
  return createHash('sha256').update(canonicalJson(body)).digest().subarray(0, 16)
}
