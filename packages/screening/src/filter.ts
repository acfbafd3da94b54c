import type { Entity } from '@cordon/model'
import { mayBe } from './kinds.ts'
import type { MatchOptions, PartyQuery } from './query.ts'

const countryProperties = [
  'country',
  'nationality',
  'citizenship',
  'jurisdiction',
  'flag',
  'birthCountry',
  'mainCountry',
]

/** Which entities may be an answer to a query at all, whatever their score. */
export function filterOf(query: PartyQuery, options: MatchOptions): (entity: Entity) => boolean {
  const schemata = new Map<string, boolean>()
  const ofSchema = (schema: string): boolean => {
    let may = schemata.get(schema)
    if (may === undefined) {
      may = mayBe(query.schema, schema) && !options.excludeSchemata?.includes(schema)
      schemata.set(schema, may)
    }
    return may
  }
  const { excludeEntityIds, includeDatasets, excludeDatasets, topics, countries, changedSince } = options
  if (!(excludeEntityIds || includeDatasets || excludeDatasets || topics || countries || changedSince))
    return (entity) => ofSchema(entity.schema)
  return (entity) => ofSchema(entity.schema) && chosen(entity, options)
}

function chosen(entity: Entity, options: MatchOptions): boolean {
  if (
    options.excludeEntityIds &&
    [entity.id, ...entity.referents].some((id) => options.excludeEntityIds!.has(id))
  )
    return false
  if (options.includeDatasets && !entity.datasets.some((d) => options.includeDatasets!.includes(d)))
    return false
  if (options.excludeDatasets && entity.datasets.every((d) => options.excludeDatasets!.includes(d)))
    return false
  if (options.topics && !holds(entity, ['topics'], options.topics)) return false
  if (options.countries && !holds(entity, countryProperties, options.countries)) return false
  return !options.changedSince || (entity.last_change ?? '') >= options.changedSince
}

function holds(entity: Entity, properties: readonly string[], values: readonly string[]): boolean {
  return properties.some((p) => entity.properties[p]?.some((value) => values.includes(value)))
}
