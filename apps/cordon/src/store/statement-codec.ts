import { createHash } from 'node:crypto'
import type { Statement, StatementGroup, StoredStatement } from '@cordon/model'

/**
 * A statement as the store keeps it: property, value, then original, lang, schema (where it is not the entity's)
 * and date, with 0 for what is absent and nothing after the last that is present.
 */
type Packed = [string, string, ...unknown[]]

/** What one source says of one entity, ready to be stored. */
export interface Content {
  readonly entityId: string
  readonly schema: string
  /** Each statement as JSON of its packed form, without duplicates, in the publisher's order. */
  readonly packed: readonly string[]
}

/** Packs a group; a statement that is there twice counts once. */
export function packGroup(group: StatementGroup): Content {
  const packed = new Set<string>()
  for (const statement of group.statements) packed.add(packStatement(statement, group.schema))
  return { entityId: group.entityId, schema: group.schema, packed: [...packed] }
}

/** Joins contents of one entity; the first one names the schema. */
export function mergeContents(contents: readonly Content[]): Content {
  const [first] = contents
  const packed = contents.flatMap((content) =>
    content.schema === first!.schema
      ? content.packed
      : content.packed.map((text) =>
          packStatement(unpackStatement(JSON.parse(text), content, ''), first!.schema),
        ),
  )
  return { entityId: first!.entityId, schema: first!.schema, packed: [...new Set(packed)] }
}

/** SHA-256 over schema and statements, in whatever order the publisher has them. */
export function contentHash(content: Content): Buffer {
  const hash = createHash('sha256').update(content.schema)
  for (const text of [...content.packed].sort()) hash.update('\n').update(text)
  return hash.digest()
}

/** The `statements` column. */
export function packedJson(content: Content): string {
  return `[${content.packed.join(',')}]`
}

/** Reads the `statements` column back as `Content`. */
export function unpackContent(entityId: string, schema: string, statements: readonly unknown[]): Content {
  return { entityId, schema, packed: statements.map((packed) => JSON.stringify(packed)) }
}

/**
 * The `first_seen` column of new content: one version for all statements, or one each.
 * @param known for each statement (as `statementKey` gives it) the version in which it first appeared
 */
export function firstSeenJson(content: Content, version: string, known: ReadonlyMap<string, string>): string {
  const seen = content.packed.map((text) => earlier(known.get(statementKey(text, content.schema)), version))
  return JSON.stringify(seen.every((one) => one === seen[0]) ? (seen[0] ?? version) : seen)
}

/** What makes two statements of one entity the same one, though the entity's schema changed between them. */
export function statementKey(packed: string, schema: string): string {
  const parts = JSON.parse(packed) as Packed
  return parts[4]
    ? packed
    : JSON.stringify([parts[0], parts[1], parts[2] ?? 0, parts[3] ?? 0, schema, parts[5] ?? 0])
}

/** The version in which statement `index` was first seen, from the `first_seen` column. */
export function firstSeenAt(firstSeen: string | readonly string[], index: number): string {
  return typeof firstSeen === 'string' ? firstSeen : firstSeen[index]!
}

/** A row of `entity_content` with its columns parsed. */
export interface ContentRow {
  readonly source: string
  readonly entity_id: string
  readonly schema: string
  readonly statements: readonly Packed[]
  readonly first_seen: string | readonly string[]
}

/** The statements of a row, as of a version. */
export function storedStatements(row: ContentRow, version: string): StoredStatement[] {
  const { entity_id: entityId, schema, source, first_seen } = row
  return row.statements.map((packed, index) => {
    const firstSeen = firstSeenAt(first_seen, index)
    // Most statements are a property and a value; without spreads a whole list is read in a third of the time.
    if (packed.length === 2)
      return { entityId, schema, property: packed[0], value: packed[1], source, firstSeen, lastSeen: version }
    return { ...unpackStatement(packed, { entityId, schema }, source), firstSeen, lastSeen: version }
  })
}

function packStatement(statement: Statement, schema: string): string {
  const { property, value, original, lang, date } = statement
  const own = statement.schema === schema ? undefined : statement.schema
  const packed: unknown[] = [property, value]
  if (original !== undefined || lang || own || date) packed.push(original ?? 0)
  if (lang || own || date) packed.push(lang || 0)
  if (own || date) packed.push(own ?? 0)
  if (date) packed.push(date)
  return JSON.stringify(packed)
}

function unpackStatement(
  packed: Packed,
  owner: { readonly entityId: string; readonly schema: string },
  source: string,
): Statement {
  const [property, value, original, lang, schema, date] = packed
  return {
    entityId: owner.entityId,
    schema: (schema as string) || owner.schema,
    property,
    value,
    ...(typeof original === 'string' && { original }),
    ...(lang ? { lang: lang as string } : {}),
    source,
    ...(date ? { date: date as NonNullable<Statement['date']> } : {}),
  }
}

/** The earlier of two versions. Publishers' versions are dates or times in ISO 8601, whose order is that of their text. */
function earlier(known: string | undefined, version: string): string {
  return known !== undefined && known < version ? known : version
}
