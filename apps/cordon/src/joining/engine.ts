import { isJoinable, type JoinContext, type JoinEngine } from '@cordon/knowledge'
import type { Entity } from '@cordon/model'
import {
  cordon,
  type Explanation,
  type MatchOptions,
  type PartyQuery,
  type ScreeningIndex,
} from '@cordon/screening'
import { normaliseName } from '@cordon/text'

/** Candidates of one entry over all other lists together. */
const mostCandidates = 8
const leastScore = 0.6

/** Numbers of which a thing has one: two different ones are two things. Hulls keep theirs for life (IMO A.1117(30)). */
const unique = ['imoNumber', 'leiCode']

const contextFeatures = new Set(['name', 'birthDate', 'country', 'gender', 'place', 'vesselType'])

/** Joining by the screening engine: its index finds candidates, its comparison weighs them. */
export function joinEngine(index: ScreeningIndex): JoinEngine {
  const keys = new Map<string, string>()
  return {
    *candidates(entity) {
      const options: MatchOptions = {
        limit: mostCandidates,
        cutoff: leastScore,
        threshold: leastScore,
        excludeDatasets: entity.datasets,
      }
      for (const { entityId, explanations } of index.match(queryOf(entity), options))
        yield { id: entityId, names: explanations.name?.score ?? 0 }
    },
    names(a, aNames, b, bNames) {
      if (aNames.length === 0 || bNames.length === 0) return 0
      return cordon.compare(named(a, aNames), named(b, bNames)).score
    },
    nameKey(name) {
      let key = keys.get(name)
      if (key === undefined) {
        key = normaliseName(name).replaceAll(' ', '')
        keys.set(name, key)
      }
      return key
    },
    context: contextOf,
  }
}

/** The entities that joining looks at, as an index to find candidates in. */
export function joinIndex(entities: readonly Entity[]): ScreeningIndex {
  return cordon.buildIndex(entities.filter(isJoinable))
}

function queryOf({ schema, properties }: Entity): PartyQuery {
  const { topics: _, ...rest } = properties
  return { schema, properties: rest }
}

const named = ({ schema }: Entity, name: readonly string[]): PartyQuery => ({ schema, properties: { name } })

/** Without their names: what is compared is all the rest, and costs little. */
function contextOf(a: Entity, b: Entity): JoinContext {
  const { explanations } = cordon.compare(nameless(a), nameless(b))
  const score = (feature: string) => (explanations[feature] ? { [feature]: explanations[feature].score } : {})
  const isNumber = ([feature, { score: worth }]: [string, Explanation]) =>
    !contextFeatures.has(feature) && worth >= 0.85
  return {
    ...score('birthDate'),
    ...score('country'),
    ...score('gender'),
    identifiers: Object.entries(explanations)
      .filter(isNumber)
      .map(([property, { candidate = '' }]) => ({ property, value: candidate })),
    contradicted: unique.filter(
      (property) => a.properties[property] && b.properties[property] && !explanations[property],
    ),
  }
}

const nameProperties = new Set([
  'name',
  'alias',
  'previousName',
  'abbreviation',
  'weakAlias',
  'firstName',
  'secondName',
  'middleName',
  'fatherName',
  'lastName',
]) // prettier-ignore

function nameless({ schema, properties }: Entity): PartyQuery {
  return {
    schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !nameProperties.has(name))),
  }
}
