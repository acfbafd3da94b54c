import { type CaseId, combined, type HeldKey, joinRules, type Probe, withoutFindings } from '@cordon/casework'
import type pg from 'pg'
import { keyHash } from './cases-lock.ts'

interface KeyRow {
  readonly hash: Buffer
  readonly case_id: number
  readonly body: string
}

const heldOf = ({ body, case_id }: KeyRow): HeldKey => ({ ...(JSON.parse(body) as HeldKey), case: case_id })
const hashOf = ({ rule, key }: Probe) => keyHash(rule, key)

/** What hangs on the probed hooks, from any case. */
export async function heldKeys(client: pg.ClientBase, probes: readonly Probe[]): Promise<HeldKey[]> {
  if (probes.length === 0) return []
  const { rows } = await client.query<KeyRow>(
    'select * from case_key where hash = any($1) order by case_id, hash',
    [probes.map(hashOf)],
  )
  return rows.map(heldOf)
}

/** Puts keys in, each in the place of what hung there from its case. */
export async function putKeys(client: pg.ClientBase, keys: readonly HeldKey[]): Promise<void> {
  if (keys.length === 0) return
  await client.query(
    `insert into case_key (hash, case_id, body) select * from unnest($1::bytea[], $2::bigint[], $3::text[])
     on conflict (hash, case_id) do update set body = excluded.body`,
    [keys.map(hashOf), keys.map((key) => key.case), keys.map(({ case: _, ...key }) => JSON.stringify(key))],
  )
}

/** Everything that hangs from one case hangs from another one. */
export async function moveKeys(client: pg.ClientBase, from: CaseId, into: CaseId): Promise<void> {
  const { rows } = await client.query<KeyRow>(
    `select * from case_key where case_id = any($2) and hash in (
       select hash from case_key where case_id = $1 intersect select hash from case_key where case_id = any($3))`,
    [from, [from, into], [into]],
  )
  const held = rows.map(heldOf)
  const both = held.flatMap((a) => {
    if (a.case !== into) return []
    const b = held.find(({ rule, key, case: id }) => id === from && rule === a.rule && key === a.key)
    const rule = joinRules.find(({ name }) => name === a.rule)
    return b && rule ? [combined(rule, a, b)] : []
  })
  await client.query(
    'delete from case_key where case_id = $1 and hash in (select hash from case_key where case_id = $2)',
    [from, into],
  )
  await client.query('update case_key set case_id = $2 where case_id = $1', [from, into])
  await putKeys(client, both)
}

/**
 * Some findings of a case hang from it no longer.
 * @param gone how many of them hang on each hook, by rule and key
 */
export async function dropFromKeys(
  client: pg.ClientBase,
  from: CaseId,
  findings: ReadonlySet<string>,
  gone: ReadonlyMap<string, Probe & { readonly count: number }>,
): Promise<void> {
  const held = (await heldKeys(client, [...gone.values()])).filter((key) => key.case === from)
  const left = held.flatMap((key) => {
    const count = gone.get(`${key.rule} ${key.key}`)?.count ?? 0
    return withoutFindings(key, findings, count) ?? []
  })
  const empty = held.filter(
    (key) => !left.some(({ rule, key: other }) => rule === key.rule && other === key.key),
  )
  await client.query('delete from case_key where case_id = $1 and hash = any($2)', [from, empty.map(hashOf)])
  await putKeys(client, left)
}
