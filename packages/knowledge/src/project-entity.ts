import { CordonError, commonSchema, type Entity, ftmSchema, type StoredStatement } from '@cordon/model'
import { captionOf } from './caption.ts'

/** Topics that a publisher gives to what it lists itself; `sanction.linked` and `role.rca` are not among them. */
export const listingTopics: ReadonlySet<string> = new Set([
  'sanction',
  'sanction.counter',
  'asset.frozen',
  'debarment',
  'export.control',
  'wanted',
])

/** What a projection is told besides the statements. */
export interface ProjectOptions {
  /** The id to give it, where statements of several ids were found to be of one thing. Default: the smallest. */
  readonly id?: string
  /** True where a Sanction entity is known to point at it; readers say so with `topics: sanction`. */
  readonly listed?: boolean
}

/**
 * Projects the entity that statements of one id, or of one cluster of ids, describe. The result depends on the
 * statements alone, not on their order: properties in alphabetical order, values in code point order. The schema is the
 * most specific one; where schemata contradict (Person, Company), the one that most statements use, and values of
 * properties it does not have are left out of the projection (they stay on record).
 * @throws CordonError when there are no statements
 */
export function projectEntity(statements: readonly StoredStatement[], options: ProjectOptions = {}): Entity {
  if (statements.length === 0)
    throw new CordonError({
      code: 'CORDON_NO_STATEMENTS',
      expected: 'at least one statement',
      found: 'none',
      where: 'projectEntity',
      remedy: 'An entity without statements does not exist: leave it out.',
    })
  const ids = distinct(statements, 'entityId')
  const id = options.id ?? ids[0]!
  const schema = schemaOf(statements)
  const properties = propertiesOf(schema, statements)
  const versions = spanOf(statements)
  return {
    id,
    caption: captionOf(id, schema, statements),
    schema,
    properties,
    datasets: distinct(statements, 'source'),
    referents: ids.filter((other) => other !== id),
    target: options.listed === true || (properties.topics ?? []).some((topic) => listingTopics.has(topic)),
    ...versions,
  }
}

/** The values of a field, sorted. Nearly always there is one, which costs no set. */
function distinct(statements: readonly StoredStatement[], field: 'entityId' | 'source' | 'schema'): string[] {
  const first = statements[0]![field]
  if (statements.every((statement) => statement[field] === first)) return [first]
  return sorted(new Set(statements.map((statement) => statement[field])))
}

function schemaOf(statements: readonly StoredStatement[]): string {
  const schemata = distinct(statements, 'schema')
  if (schemata.length === 1) return schemata[0]!
  const counts = new Map<string, number>()
  for (const { schema } of statements) counts.set(schema, (counts.get(schema) ?? 0) + 1)
  const byUse = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))
  return byUse.reduce((chosen, schema) => commonSchema(chosen, schema) ?? chosen)
}

function propertiesOf(schema: string, statements: readonly StoredStatement[]): Record<string, string[]> {
  const values = new Map<string, string[]>()
  const known = ftmSchema(schema)?.properties
  for (const { property, value } of statements) {
    // A schema that the model lacks (a newer FollowTheMoney) keeps all it has.
    if (known && !known.has(property)) continue
    const present = values.get(property)
    if (present) present.push(value)
    else values.set(property, [value])
  }
  const properties: Record<string, string[]> = {}
  for (const name of sorted(values.keys())) {
    const all = values.get(name)!
    properties[name] = all.length === 1 ? all : sorted(new Set(all))
  }
  return properties
}

function spanOf(
  statements: readonly StoredStatement[],
): Pick<Entity, 'first_seen' | 'last_seen' | 'last_change'> {
  let [first, last, change] = [statements[0]!.firstSeen, statements[0]!.lastSeen, statements[0]!.firstSeen]
  for (const { firstSeen, lastSeen } of statements) {
    if (firstSeen < first) first = firstSeen
    if (lastSeen > last) last = lastSeen
    if (firstSeen > change) change = firstSeen
  }
  return { first_seen: first, last_seen: last, last_change: change }
}

function sorted(values: Iterable<string>): string[] {
  return [...values].sort()
}
