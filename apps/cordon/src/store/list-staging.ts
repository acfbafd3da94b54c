import type { Writable } from 'node:stream'
import type { StatementGroup } from '@cordon/model'
import type { Reading } from '@cordon/sources'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { streamRows } from './cursor.ts'
import {
  type Content,
  contentHash,
  mergeContents,
  packedJson,
  packGroup,
  unpackContent,
} from './statement-codec.ts'

/** Where an import stands. */
export interface ImportProgress {
  readonly phase: 'reading' | 'merging'
  readonly entities: number
  readonly statements: number
  readonly rejects: number
}

const createStaging = `create temporary table staging (
  ordinal bigint, entity_id text, schema text, content_hash bytea, statements json
) on commit drop`
const chunkCharacters = 128 * 1024
const maxIdLength = 1_000

/**
 * Copies a whole reading into the temporary table `staging` of the present transaction, in bounded memory: entities
 * with their content, and rejects as rows without an entity.
 */
export async function stageReading(
  client: pg.ClientBase,
  reading: Reading,
  onProgress?: (progress: ImportProgress) => void,
): Promise<void> {
  await client.query(createStaging)
  const sink = client.query(
    copyFrom('copy staging (ordinal, entity_id, schema, content_hash, statements) from stdin'),
  )
  try {
    await writeRows(sink, reading, onProgress)
  } catch (error) {
    sink.destroy(error as Error)
    throw error
  }
  await mergeRepeated(client)
  await client.query('analyze staging')
}

/** Adds to what is staged the open content of a source under all other ids, without those named. */
export async function stageUntouched(
  client: pg.ClientBase,
  source: string,
  without: readonly string[],
): Promise<void> {
  await client.query(
    `insert into staging (entity_id, schema, content_hash, statements)
     select c.entity_id, c.schema, c.content_hash, c.statements from entity_content c
     where c.source = $1 and c.until_seq = 2147483647 and not (c.entity_id = any($2::text[]))
       and not exists (select 1 from staging s where s.entity_id = c.entity_id)`,
    [source, without],
  )
  await client.query('analyze staging')
}

async function writeRows(
  sink: Writable,
  reading: Reading,
  onProgress: ((progress: ImportProgress) => void) | undefined,
): Promise<void> {
  let failure: Error | undefined
  const finished = new Promise<void>((resolve, reject) => {
    sink.once('finish', resolve)
    sink.once('error', reject)
  })
  finished.catch((error) => {
    failure = error
  })
  const counts = { entities: 0, statements: 0, rejects: 0 }
  let rows: string[] = []
  let length = 0
  let ordinal = 0
  const flush = async () => {
    if (failure) throw failure
    const chunk = rows.join('')
    rows = []
    length = 0
    if (!sink.write(chunk)) await drained(sink)
  }
  const push = async (row: string) => {
    rows.push(row)
    length += row.length
    if (length >= chunkCharacters) await flush()
  }
  for await (const { records, rejects } of reading) {
    for (const group of records) {
      const fault = idFault(group)
      if (fault) {
        counts.rejects++
        await push(rejectRow(ordinal++, { where: group.entityId.slice(0, 80), reason: fault, excerpt: '' }))
        continue
      }
      const content = packGroup(group)
      counts.entities++
      counts.statements += content.packed.length
      await push(contentRow(ordinal++, content))
    }
    for (const reject of rejects) {
      counts.rejects++
      await push(rejectRow(ordinal++, reject))
    }
    onProgress?.({ phase: 'reading', ...counts })
  }
  if (rows.length > 0) await flush()
  sink.end()
  await finished
  onProgress?.({ phase: 'merging', ...counts })
}

function drained(sink: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => {
      sink.off('drain', done)
      sink.off('error', done)
      if (error) reject(error)
      else resolve()
    }
    sink.once('drain', done)
    sink.once('error', done)
  })
}

function idFault({ entityId }: StatementGroup): string | undefined {
  if (!entityId) return 'an entity without an id'
  if (entityId.includes('\0')) return 'an id with U+0000'
  if (entityId.length > maxIdLength) return `an id of more than ${maxIdLength} characters`
  return undefined
}

function contentRow(ordinal: number, content: Content): string {
  const hash = contentHash(content).toString('hex')
  return `${ordinal}\t${copyText(content.entityId)}\t${copyText(content.schema)}\t\\\\x${hash}\t${copyJson(packedJson(content))}\n`
}

function rejectRow(ordinal: number, reject: object): string {
  return `${ordinal}\t\\N\t\\N\t\\N\t${copyJson(JSON.stringify(reject))}\n`
}

/** JSON text has no control characters, so that only the backslash needs care. */
function copyJson(json: string): string {
  return json.includes('\\') ? json.replaceAll('\\', '\\\\') : json
}

const copyEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function copyText(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => copyEscapes[character]!)
}

interface StagedRow {
  readonly ordinal: number
  readonly entity_id: string
  readonly schema: string
  readonly statements: unknown[]
}

/** Joins the rows of an entity that a reading emitted more than once. */
async function mergeRepeated(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ entity_id: string }>(
    'select entity_id from staging where entity_id is not null group by entity_id having count(*) > 1',
  )
  const ids = rows.map(({ entity_id }) => entity_id)
  for (let start = 0; start < ids.length; start += 1_000) {
    const some = ids.slice(start, start + 1_000)
    const merged = await mergedContents(client, some)
    await client.query('delete from staging where entity_id = any($1)', [some])
    await client.query(
      `insert into staging (entity_id, schema, content_hash, statements)
       select entity_id, schema, decode(hash, 'hex'), statements
       from json_to_recordset($1::json) as r (entity_id text, schema text, hash text, statements json)`,
      [`[${merged.map(recordJson).join(',')}]`],
    )
  }
}

async function mergedContents(client: pg.ClientBase, ids: readonly string[]): Promise<Content[]> {
  const byId = new Map<string, Content[]>()
  const sql = 'select * from staging where entity_id = any($1) order by ordinal'
  for await (const batch of streamRows<StagedRow>(client, sql, [ids]))
    for (const { entity_id, schema, statements } of batch) {
      const contents = byId.get(entity_id) ?? []
      contents.push(unpackContent(entity_id, schema, statements))
      byId.set(entity_id, contents)
    }
  return [...byId.values()].map(mergeContents)
}

function recordJson(content: Content): string {
  const { entityId, schema } = content
  const head = JSON.stringify({ entity_id: entityId, schema, hash: contentHash(content).toString('hex') })
  return `${head.slice(0, -1)},"statements":${packedJson(content)}}`
}
