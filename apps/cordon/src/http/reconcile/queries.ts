import { setImmediate as nextTurn } from 'node:timers/promises'
import { countryLabels, type Entity, ftmSchema, ftmSchemata } from '@cordon/model'
import type { PartyQuery } from '@cordon/screening'
import { z } from 'zod'
import type { Known } from '../../known/known.ts'
import { HttpFault } from '../problem.ts'
import { maxLimit, maxQueries } from '../schemas.ts'
import { countriesOf } from '../search/countries.ts'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const propertyValue = z.union([
  scalar,
  z.object({ id: z.string(), name: z.string().optional() }).transform(({ id, name }) => name ?? id),
])

/** `queries` of reconciliation API 0.2: by a key of the caller's own. */
export const queriesSchema = z.record(
  z.string(),
  z.object({
    query: z.union([z.string(), z.number()]).default(''),
    type: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id), z.null()]).optional(),
    limit: z.number().int().min(1).max(maxLimit).optional(),
    properties: z
      .array(z.object({ pid: z.string(), v: z.union([propertyValue, z.array(propertyValue).max(1000)]) }))
      .max(200)
      .default([]),
  }),
)
type Query = z.infer<typeof queriesSchema>[string]

const properties = new Set(ftmSchemata().flatMap((schema) => [...schema.properties.keys()]))

/**
 * The property that a `pid` means: `birthDate`, or as yente has it `Person:birthDate`.
 * @throws HttpFault 400 for one that FollowTheMoney does not have
 */
export function propertyOf(pid: string, where: string): string {
  const name = pid.slice(pid.lastIndexOf(':') + 1)
  if (properties.has(name)) return name
  throw new HttpFault(400, {
    code: 'CORDON_NO_SUCH_PROPERTY',
    expected: 'a FollowTheMoney property such as birthDate, nationality or imoNumber',
    found: `"${pid.slice(0, 200)}"`,
    where,
    remedy: 'Ask /reconcile/default/suggest/property?prefix=... for those there are.',
  })
}

function partyOf(key: string, { query, type, properties: given }: Query): PartyQuery {
  const schema = type || 'Thing'
  if (!ftmSchema(schema))
    throw new HttpFault(400, {
      code: 'CORDON_NO_SUCH_TYPE',
      expected: 'a FollowTheMoney schema such as Person, Company or Vessel',
      found: `"${schema.slice(0, 200)}"`,
      where: `queries.${key.slice(0, 100)}.type`,
      remedy: 'Ask /reconcile/default/suggest/type?prefix=... for those there are.',
    })
  const name = String(query).trim()
  const values = new Map<string, string[]>(name === '' ? [] : [['name', [name]]])
  for (const { pid, v } of given) {
    const property = propertyOf(pid, `queries.${key.slice(0, 100)}.properties`)
    const texts = [v].flat().flatMap((one) => (one === null || one === '' ? [] : [String(one)]))
    values.set(property, [...(values.get(property) ?? []), ...texts])
  }
  return { schema, properties: Object.fromEntries(values) }
}

/** One line that tells a person which one this is. */
export function describe(entity: Entity): string {
  const { properties: known, schema, datasets } = entity
  const countries = [...countriesOf(entity)].map((code) => countryLabels.get(code) ?? code)
  const facts = [
    ftmSchema(schema)?.label ?? schema,
    countries.slice(0, 3).join(', '),
    known.birthDate?.[0] && `born ${known.birthDate[0]}`,
    known.imoNumber?.[0] && `IMO ${known.imoNumber[0]}`,
    datasets.join(', '),
  ]
  return facts.filter((fact) => fact).join('; ')
}

/** The type of an entity, as reconciliation clients show it. */
export function typeOf(schema: string) {
  return { id: schema, name: ftmSchema(schema)?.label ?? schema }
}

/**
 * Answers a batch of queries. `match` is only set where a single entity is over the threshold: clients take such a
 * candidate without asking anyone.
 */
export async function reconcile(
  known: Known,
  queries: z.infer<typeof queriesSchema>,
  sources: readonly string[] | undefined,
) {
  const entries = Object.entries(queries)
  if (entries.length > maxQueries)
    throw new HttpFault(400, {
      code: 'CORDON_BAD_REQUEST',
      expected: `at most ${maxQueries} queries`,
      found: `${entries.length}`,
      where: 'queries',
      remedy: 'Split a longer list over several calls.',
    })
  const parties = entries.map(([key, query]) => [key, query, partyOf(key, query)] as const)
  const answers: [string, unknown][] = []
  for (const [key, { limit = 5 }, party] of parties) {
    const results = known.index.match(party, { limit, ...(sources && { includeDatasets: sources }) })
    const isSure = results.filter(({ match }) => match).length === 1
    const result = results.map(({ entityId, score, match, explanations }) => {
      const entity = known.graph.get(entityId)!
      return {
        id: entity.id,
        name: entity.caption,
        description: describe(entity),
        type: [typeOf(entity.schema)],
        score,
        match: match && isSure,
        features: Object.entries(explanations).map(([id, one]) => ({ id, value: one.score })),
      }
    })
    answers.push([key, { result }])
    if (answers.length % 4 === 0) await nextTurn()
  }
  return Object.fromEntries(answers)
}
