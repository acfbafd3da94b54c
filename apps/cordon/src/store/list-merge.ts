import type pg from 'pg'
import { streamRows } from './cursor.ts'
import { type Content, firstSeenAt, firstSeenJson, statementKey, unpackContent } from './statement-codec.ts'

/** `until_seq` of content that the latest version still has. */
export const openEnd = 2_147_483_647

/** What a version changed against the one imported before it. */
export interface VersionChanges {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/**
 * Makes the staged entities the state of a source at `seq`. Content that is the same as before is not touched: its
 * row stays valid. Content that went or changed ends here; new content begins here, each statement with the version
 * in which it was first seen, over the whole history of its entity.
 */
export async function mergeStaged(
  client: pg.ClientBase,
  source: string,
  seq: number,
  version: string,
): Promise<VersionChanges> {
  const closed = await client.query(
    `update entity_content c set until_seq = $2
     where source = $1 and until_seq = ${openEnd} and not exists (
       select 1 from staging s where s.entity_id = c.entity_id and s.content_hash = c.content_hash)`,
    [source, seq],
  )
  if (seq > 1)
    await client.query(
      `delete from staging s using entity_content c
       where c.source = $1 and c.until_seq = ${openEnd}
         and c.entity_id = s.entity_id and c.content_hash = s.content_hash`,
      [source],
    )
  await stageFirstSeen(client, source, version)
  const inserted = await client.query(
    `insert into entity_content (source, entity_id, from_seq, content_hash, schema, statements, first_seen)
     select $1, entity_id, $2, content_hash, schema, statements, coalesce(first_seen, to_json($3::text))
     from staging left join staging_seen using (entity_id)
     where entity_id is not null order by entity_id`,
    [source, seq, version],
  )
  const { rows } = await client.query<{ changed: number }>(
    `select count(*)::int as changed from entity_content ended
     join entity_content begun using (source, entity_id)
     where ended.source = $1 and ended.until_seq = $2 and begun.from_seq = $2`,
    [source, seq],
  )
  const changed = rows[0]!.changed
  return {
    added: (inserted.rowCount ?? 0) - changed,
    changed,
    removed: (closed.rowCount ?? 0) - changed,
  }
}

interface HistoryRow {
  readonly entity_id: string
  readonly schema: string
  readonly statements: unknown[]
  readonly former_schema: string
  readonly former_statements: unknown[]
  readonly former_seen: string | string[]
}

/** Fills `staging_seen` for those staged entities that the source has had before. */
async function stageFirstSeen(client: pg.ClientBase, source: string, version: string): Promise<void> {
  await client.query('create temporary table staging_seen (entity_id text, first_seen json) on commit drop')
  const history = streamRows<HistoryRow>(
    client,
    `select s.entity_id, s.schema, s.statements, c.schema as former_schema, c.statements as former_statements,
       c.first_seen as former_seen
     from staging s join entity_content c on c.source = $1 and c.entity_id = s.entity_id
     order by s.entity_id, c.from_seq`,
    [source],
    500,
  )
  let content: Content | undefined
  let known = new Map<string, string>()
  let done: [string, string][] = []
  const finish = () => {
    if (content) done.push([content.entityId, firstSeenJson(content, version, known)])
  }
  for await (const rows of history) {
    for (const row of rows) {
      if (row.entity_id !== content?.entityId) {
        finish()
        content = unpackContent(row.entity_id, row.schema, row.statements)
        known = new Map()
      }
      learnFirstSeen(known, row)
    }
    await insertFirstSeen(client, done)
    done = []
  }
  finish()
  await insertFirstSeen(client, done)
}

function learnFirstSeen(known: Map<string, string>, row: HistoryRow): void {
  const former = unpackContent(row.entity_id, row.former_schema, row.former_statements)
  former.packed.forEach((packed, index) => {
    const key = statementKey(packed, former.schema)
    const seen = firstSeenAt(row.former_seen, index)
    const before = known.get(key)
    if (before === undefined || seen < before) known.set(key, seen)
  })
}

async function insertFirstSeen(client: pg.ClientBase, done: readonly [string, string][]): Promise<void> {
  if (done.length === 0) return
  await client.query('insert into staging_seen select * from unnest($1::text[], $2::json[])', [
    done.map(([id]) => id),
    done.map(([, seen]) => seen),
  ])
}
