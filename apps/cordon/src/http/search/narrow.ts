import { countryCode, type Entity, ftmSchemata, isA } from '@cordon/model'
import { HttpFault } from '../problem.ts'
import { listOf, type SearchQuery } from '../schemas.ts'
import { countriesOf } from './countries.ts'

/** Whether an entity may be an answer. */
export type Test = (entity: Entity) => boolean

const fields: Readonly<Record<string, (entity: Entity) => Iterable<string>>> = {
  id: ({ id, referents }) => [id, ...referents],
  caption: ({ caption }) => [caption],
  schema: ({ schema }) => [schema],
  datasets: ({ datasets }) => datasets,
  dataset: ({ datasets }) => datasets,
  countries: countriesOf,
  target: ({ target }) => [String(target)],
  first_seen: ({ first_seen }) => (first_seen ? [first_seen] : []),
  last_seen: ({ last_seen }) => (last_seen ? [last_seen] : []),
  last_change: ({ last_change }) => (last_change ? [last_change] : []),
}

const properties = new Set(ftmSchemata().flatMap((schema) => [...schema.properties.keys()]))

/**
 * What `filter=field:value` reads of an entity: a field of its own, or a property (`birthDate`, or as yente has it
 * `properties.birthDate`).
 * @throws HttpFault 400 for a field that nothing has
 */
function valuesOf(field: string, filter: string): (entity: Entity) => Iterable<string> {
  if (Object.hasOwn(fields, field)) return fields[field]!
  const property = field.replace(/^properties\./, '')
  if (properties.has(property)) return (entity) => entity.properties[property] ?? []
  throw new HttpFault(400, {
    code: 'CORDON_BAD_FILTER',
    expected: `field:value, the field one of ${Object.keys(fields).join(', ')} or a FollowTheMoney property`,
    found: `"${filter.slice(0, 200)}"`,
    where: 'query.filter',
    remedy: 'For example ?filter=topics:sanction&filter=nationality:kp',
  })
}

function meets(values: Iterable<string>, wanted: ReadonlySet<string>, all: boolean): boolean {
  let met = 0
  for (const value of new Set(values))
    if (wanted.has(value.toLowerCase())) {
      if (!all) return true
      met++
    }
  return met > 0 && met >= wanted.size
}

/** The tests of `filter=`: values of one field are alternatives, or all needed; different fields all count. */
function filterTests(query: SearchQuery): Test[] {
  const byField = new Map<string, { read: ReturnType<typeof valuesOf>; wanted: Set<string> }>()
  const given = typeof query.filter === 'string' ? [query.filter] : (query.filter ?? [])
  for (const filter of given) {
    const at = filter.indexOf(':')
    const field = at < 0 ? '' : filter.slice(0, at)
    const one = byField.get(field) ?? { read: valuesOf(field, filter), wanted: new Set() }
    byField.set(field, one)
    one.wanted.add(filter.slice(at + 1).toLowerCase())
  }
  const all = query.filter_op === 'AND'
  return [...byField.values()].map(
    ({ read, wanted }) =>
      (entity) =>
        meets(read(entity), wanted, all),
  )
}

/**
 * Everything that a search is narrowed by, as one test.
 * @param sources only these, from the path or the query string; undefined for all
 * @returns undefined where everything may be an answer
 * @throws HttpFault 400 for a filter of an unknown field
 */
export function narrowing(query: SearchQuery, sources: readonly string[] | undefined): Test | undefined {
  const { schema, target, changed_since: since } = query
  const tests: Test[] = []
  const among = (
    given: string | readonly string[] | undefined,
    read: (entity: Entity) => Iterable<string>,
  ) => {
    const wanted = new Set(listOf(given).map((value) => value.toLowerCase()))
    if (wanted.size > 0) tests.push((entity) => meets(read(entity), wanted, query.filter_op === 'AND'))
  }
  if (schema) tests.push((entity) => isA(entity.schema, schema))
  if (target !== undefined) tests.push((entity) => entity.target === target)
  if (sources) tests.push(({ datasets }) => datasets.some((one) => sources.includes(one)))
  among(
    listOf(query.countries).map((text) => countryCode(text) ?? text),
    countriesOf,
  )
  among(query.topics, (entity) => entity.properties.topics ?? [])
  const [without, kinds] = [listOf(query.exclude_dataset), listOf(query.exclude_schema)]
  if (without.length > 0) tests.push(({ datasets }) => !datasets.every((one) => without.includes(one)))
  if (kinds.length > 0) tests.push((entity) => !kinds.some((kind) => isA(entity.schema, kind)))
  if (since) tests.push((entity) => (entity.last_change ?? '') >= since)
  tests.push(...filterTests(query))
  return tests.length === 0 ? undefined : (entity) => tests.every((test) => test(entity))
}
