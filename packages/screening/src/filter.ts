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

/** Whether an entity may be an answer to a query at all, whatever its score. */
export function allowed(entity: Entity, query: PartyQuery, options: MatchOptions): boolean {
  if (!mayBe(query.schema, entity.schema)) return false
  if (
    options.excludeEntityIds &&
    [entity.id, ...entity.referents].some((id) => options.excludeEntityIds!.has(id))
  )
    return false
  if (options.excludeSchemata?.includes(entity.schema)) return false
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
