/**
 * Real lists as entities: OFAC's SDN (2025-09-03), the UN's list and the UK's tables through Cordon's own readers, the
 * EU's list (names and birth dates, all that the file has) through the small reader here. Kept as NDJSON below node_modules/.cache, so that a second run starts fast.
 */
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { projectEntity } from '@cordon/knowledge'
import { countryCode, type Entity, type StoredStatement } from '@cordon/model'
import { type ListReader, ofacAdvancedReader, ukNormalisedCsv, unConsolidatedXml } from '@cordon/sources'
import { referenceData } from '@cordon/testing'
import { parse } from 'csv-parse/sync'

const cache = fileURLToPath(new URL('../../node_modules/.cache/bench-screening', import.meta.url))

/** The lists that are here: ofac, un, gb, eu. */
export const listNames = ['ofac', 'un', 'gb', 'eu'] as const
/** One of `listNames`. */
export type ListName = (typeof listNames)[number]

/** Reads lists; a list whose files are absent is left out. */
export async function readLists(names: readonly ListName[] = listNames): Promise<Entity[]> {
  const all: Entity[] = []
  for (const name of names) all.push(...(await cached(name)))
  return all
}

async function cached(name: ListName): Promise<Entity[]> {
  const file = `${cache}/${name}-2.ndjson`
  if (existsSync(file))
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Entity)
  const entities = await read[name]()
  mkdirSync(cache, { recursive: true })
  writeFileSync(file, entities.map((entity) => `${JSON.stringify(entity)}\n`).join(''))
  return entities
}

const read: Record<ListName, () => Promise<Entity[]>> = {
  ofac: () => through(ofacAdvancedReader, ['lists/us-ofac/sdn_advanced_2025-09-03.xml.gz']),
  un: () => through(unConsolidatedXml, ['lists/un/un_consolidated_2026-02-27.xml.gz']),
  gb: () =>
    through(
      ukNormalisedCsv,
      ['subjects', 'subject_names', 'subject_dobs', 'subject_countries', 'subject_identifiers'].map(
        (table) => `lists/uk/${table}.csv.gz`,
      ),
    ),
  eu: async () => readEu(),
}

async function through(reader: ListReader, paths: readonly string[]): Promise<Entity[]> {
  const files = paths.flatMap((path) => {
    const file = referenceData(path)
    return file ? [{ name: path, open: () => createReadStream(file) }] : []
  })
  if (files.length < paths.length) return []
  const reading = reader.read(files, { fetched: 0 })
  const byId = new Map<string, StoredStatement[]>()
  for await (const { records } of reading)
    for (const { entityId, statements } of records) {
      const known = byId.get(entityId) ?? []
      for (const statement of statements) known.push({ ...statement, firstSeen: '2025', lastSeen: '2025' })
      byId.set(entityId, known)
    }
  return [...byId.values()].map((statements) => projectEntity(statements))
}

function readEu(): Entity[] {
  const file = referenceData('lists/eu/eu-derived_2026-01-28.json.gz')
  if (!file) return []
  const { entities } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
    entities: {
      name: string
      type: string
      aliases: string[]
      birthdates: string[]
      source_id: string
      source: string[]
    }[]
  }
  return entities
    .filter(({ source }) => source.includes('EU'))
    .map(({ name, type, aliases, birthdates, source_id }, n) =>
      entity(
        `eu-${source_id}-${n}`,
        type === 'individual' ? 'Person' : 'LegalEntity',
        name,
        { name: [name], alias: aliases, birthDate: birthdates },
        'eu_fsf',
      ),
    )
}

function entity(
  id: string,
  schema: string,
  caption: string,
  properties: Record<string, string[]>,
  dataset: string,
): Entity {
  return { id, caption, schema, properties, datasets: [dataset], referents: [], target: true }
}

/** A person of the benchmark's files as query properties. */
export function personOf(row: Record<string, string>): Record<string, string[]> {
  const nationality = countryCode(row.nationality ?? '') ?? row.nationality
  return {
    name: [row.full_name!],
    ...(row.date_of_birth ? { birthDate: [row.date_of_birth] } : {}),
    ...(nationality ? { nationality: [nationality] } : {}),
    ...(row.gender === 'male' || row.gender === 'female' ? { gender: [row.gender] } : {}),
  }
}

/** A CSV of the reference data as rows; none without reference data. */
export function rowsOf(path: string): Record<string, string>[] {
  const file = referenceData(path)
  if (!file) return []
  const bytes = readFileSync(file)
  return parse(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, relax_column_count: true })
}
