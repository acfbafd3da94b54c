import { CordonError } from '@cordon/model'
import type pg from 'pg'
import { type ListVersion, versionsOf } from './list-import.ts'
import { type ContentRow, storedStatements } from './statement-codec.ts'

/** What one version of a source says of one entity. */
export interface VersionGroup {
  readonly entityId: string
  readonly schema: string
  readonly statements: readonly { readonly property: string; readonly value: string }[]
}

/** The parts of two versions of a source in which they differ, each with the entities that those refer to. */
export interface VersionPair {
  readonly before: readonly VersionGroup[]
  readonly after: readonly VersionGroup[]
}

/**
 * The stored version of a source that a person means.
 * @param label the publisher's version or how it begins, `#` and the number of the import, or how the SHA-256 of the
 *   raw bytes begins (six digits and more)
 * @throws CordonError CORDON_LIST_VERSION where none or several are meant
 */
export async function findVersion(pool: pg.Pool, source: string, label: string): Promise<ListVersion> {
  const versions = await versionsOf(pool, source)
  const exact = versions.filter(({ seq, version }) => label === `#${seq}` || version === label)
  const isHash = /^[0-9a-f]{6,64}$/.test(label)
  const begun = versions.filter(
    ({ version, sha256 }) => version.startsWith(label) || (isHash && sha256.startsWith(label)),
  )
  // One version may have been imported twice, from other bytes: the later one counts.
  const found =
    exact.at(-1) ?? (new Set(begun.map(({ version }) => version)).size === 1 ? begun.at(-1) : undefined)
  if (found) return found
  const known = versions.map(({ version, seq, sha256 }) => `${version} (#${seq}, ${sha256.slice(0, 8)})`)
  throw new CordonError({
    code: 'CORDON_LIST_VERSION',
    expected: `a stored version of ${source}: ${known.join(', ') || 'there is none'}`,
    found: begun.length > 1 ? `${label}, which ${begun.length} of them begin with` : label,
    where: 'the version asked for',
    remedy: 'Name it by its version, by # and its number, or by how its hash begins.',
  })
}

const holds = (seq: string) => `(from_seq <= ${seq} and until_seq > ${seq})`

/** Entities whose content is another in the two versions. */
const differing = `select distinct entity_id from entity_content
  where source = $1 and ${holds('$2::integer')} <> ${holds('$3::integer')}`

/** Reads what differs between two versions of a source: costs what changed, not the whole lists. */
export async function readVersionPair(
  pool: pg.Pool,
  source: string,
  before: number,
  after: number,
): Promise<VersionPair> {
  const { rows } = await pool.query<{ entity_id: string }>(differing, [source, before, after])
  const changed = rows.map(({ entity_id }) => entity_id)
  const read = async (ids: readonly string[], seq: number) => {
    const found = await pool.query<ContentRow>(
      `select source, entity_id, schema, statements, first_seen from entity_content
       where source = $1 and entity_id = any($2) and ${holds('$3::integer')} order by entity_id`,
      [source, ids, seq],
    )
    return found.rows.map(
      (row): VersionGroup => ({
        entityId: row.entity_id,
        schema: row.schema,
        statements: storedStatements(row, ''),
      }),
    )
  }
  const [old, now] = [await read(changed, before), await read(changed, after)]
  const near = new Set([
    ...referencesOf([...old, ...now]),
    ...(await holdersOf(pool, source, after, inPlace(old, now))),
  ])
  for (const id of changed) near.delete(id)
  const others = [...near]
  const [oldOthers, nowOthers] = [await read(others, before), await read(others, after)]
  // Of those that came in by the second step the addresses are not read: they are the same on both sides.
  return { before: [...old, ...oldOthers], after: [...now, ...nowOthers] }
}

/** How many entities of a version carry a topic, wallets with a holder apart: the list's entries. */
export async function countTargets(pool: pg.Pool, source: string, seq: number): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from entity_content where source = $1 and ${holds('$2::integer')}
       and statements::text like '%["topics","%'
       and not (schema = 'CryptoWallet' and statements::text like '%["holder","%')`,
    [source, seq],
  )
  return rows[0]?.count ?? 0
}

/** Every value that may be an id: reading a name in vain costs nothing. */
function referencesOf(groups: readonly VersionGroup[]): Set<string> {
  const ids = new Set<string>()
  for (const { statements } of groups)
    for (const { value } of statements) if (value.length <= 200 && !value.includes(' ')) ids.add(value)
  return ids
}

/** Addresses and other things that kept their id and changed what they say: who refers to them changed too. */
function inPlace(old: readonly VersionGroup[], now: readonly VersionGroup[]): string[] {
  const former = new Set(old.map(({ entityId }) => entityId))
  return now
    .filter(({ entityId, schema }) => former.has(entityId) && schema === 'Address')
    .map(({ entityId }) => entityId)
}

async function holdersOf(pool: pg.Pool, source: string, seq: number, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await pool.query<{ entity_id: string }>(
    `select entity_id from entity_content c where source = $1 and ${holds('$2::integer')}
       and schema not in ('Address', 'Sanction', 'Identification', 'Passport') and exists (
         select 1 from json_array_elements(c.statements) s
         where s->>0 = 'addressEntity' and s->>1 = any($3))`,
    [source, seq, ids],
  )
  return rows.map(({ entity_id }) => entity_id)
}
