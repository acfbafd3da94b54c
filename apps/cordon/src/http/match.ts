import { ftmSchema } from '@cordon/model'
import type { Algorithm, MatchOptions, MatchResult, PartyQuery, ScreeningIndex } from '@cordon/screening'
import type { FastifyInstance } from 'fastify'
import { asOne, type JoinedEntries, noneJoined } from '../joining/joined-entries.ts'
import type { Known } from '../known/known.ts'
import { nestedParty } from '../parties/party.ts'
import type { Settings } from '../store/index.ts'
import { algorithmOf, indexOf } from './algorithms.ts'
import { needs } from './caller.ts'
import { inTurns } from './in-turns.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { HttpFault } from './problem.ts'
import {
  listOf,
  type MatchBody,
  type MatchQuery,
  matchAnswerSchema,
  matchBodySchema,
  matchQuerySchema,
  maxQueries,
} from './schemas.ts'
import { knownNow, type Services, searchedLists, sourcesOf, versionsOf } from './services.ts'
import { standingSettings } from './standing-settings.ts'

function badRequest(where: string, expected: string, found: string, remedy: string): HttpFault {
  return new HttpFault(400, { code: 'CORDON_BAD_REQUEST', expected, found, where, remedy })
}

function checkFeatures(given: Readonly<Record<string, unknown>> | undefined, algorithm: Algorithm): void {
  for (const name of Object.keys(given ?? {}))
    if (!(name in algorithm.features))
      throw badRequest(
        `body.weights.${name}`,
        `one of the features ${Object.keys(algorithm.features).join(', ')}`,
        `"${name}"`,
        'Ask GET /algorithms for the features of each algorithm.',
      )
}

function optionsOf(
  query: MatchQuery,
  body: MatchBody,
  sources: readonly string[] | undefined,
  usual: Settings,
): MatchOptions {
  const { threshold = usual.matchThreshold, cutoff = usual.matchCutoff } = query
  const included = listOf(query.include_dataset)
  const both = sources ?? (included.length > 0 ? included : undefined)
  const excludedIds = listOf(query.exclude_entity_ids)
  const config = Object.entries(body.config ?? {}).filter(([, value]) => value !== null)
  const lists = {
    excludeDatasets: listOf(query.exclude_dataset),
    excludeSchemata: listOf(query.exclude_schema),
    topics: listOf(query.topics),
  }
  return {
    threshold,
    limit: query.limit,
    cutoff: Math.min(cutoff, threshold),
    ...(both && { includeDatasets: both }),
    ...Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0)),
    ...(query.prior !== undefined && { prior: query.prior }),
    ...(query.changed_since && { changedSince: query.changed_since }),
    ...(excludedIds.length > 0 && { excludeEntityIds: new Set(excludedIds) }),
    ...(body.weights && { weights: body.weights }),
    ...(config.length > 0 && {
      config: Object.fromEntries(config) as Record<string, string | number | boolean>,
    }),
  }
}

/**
 * The parties of a body, each with its key.
 * @throws HttpFault 400 when there are none or too many, or one is of a schema that FollowTheMoney does not have
 */
function partiesOf(body: MatchBody): [string, PartyQuery][] {
  const entries = Object.entries(body.queries)
  if (entries.length === 0 || entries.length > maxQueries)
    throw badRequest(
      'body.queries',
      `1 to ${maxQueries} queries`,
      `${entries.length}`,
      'Split a longer list over several calls, or use `cordon screen`.',
    )
  return entries.map(([key, example]) => {
    const party = nestedParty(example)!
    if (!ftmSchema(party.schema) || party.schema !== example.schema)
      throw badRequest(
        `body.queries.${key}.schema`,
        'a FollowTheMoney schema such as Person, Company, LegalEntity, Vessel or CryptoWallet',
        `"${example.schema}"`,
        'See https://followthemoney.tech for all of them.',
      )
    return [key, party]
  })
}

/** A result as yente serves it: the entity with its score and the reasons. */
export function scoredEntity(known: Known, result: MatchResult) {
  const { entityId, score, match, probability, explanations } = result
  const features = Object.fromEntries(Object.entries(explanations).map(([name, one]) => [name, one.score]))
  return {
    ...known.graph.get(entityId)!,
    score,
    match,
    ...(probability && { probability }),
    features,
    explanations,
  }
}

/** Results, of entries that are one the best alone; as many as were asked for, where there are so many. */
function matched(index: ScreeningIndex, party: PartyQuery, options: MatchOptions, joined: JoinedEntries) {
  if (joined.size === 0) return index.match(party, options)
  const { limit = 5 } = options
  const seen = new Set<string>()
  return index
    .match(party, { ...options, limit: limit * mostJoined })
    .filter(({ entityId }) => {
      const one = joined.canonical(entityId)
      return !seen.has(one) && seen.add(one)
    })
    .slice(0, limit)
}

/** Lists on which one party stands at most, as a rule: a result more for each is looked at. */
const mostJoined = 6

/** `POST /match/{dataset}`. */
export function addMatchRoutes(app: FastifyInstance, services: Services): void {
  app.post<{ Params: { dataset: string }; Querystring: MatchQuery; Body: MatchBody }>(
    '/match/:dataset',
    {
      config: needs('screen'),
      schema: {
        tags: ['Matching'],
        summary: 'Screen parties against a dataset',
        description: `Up to ${maxQueries} parties in one call, each by its FollowTheMoney properties. The answer names the lists and versions that were searched.`,
        params: { type: 'object', properties: { dataset: { type: 'string' } } },
        querystring: jsonSchema(matchQuerySchema),
        body: jsonSchema(matchBodySchema),
        response: responses(matchAnswerSchema, 400, 404, 413, 415, 422, 503),
      },
    },
    async (request, reply) => {
      const known = knownNow(services)
      const sources = sourcesOf(known, request.params.dataset)
      const algorithm = algorithmOf(services, request.query.algorithm)
      checkFeatures(request.body.weights, algorithm)
      const parties = partiesOf(request.body)
      const options = optionsOf(request.query, request.body, sources, await standingSettings(services))
      const index = await indexOf(known, algorithm)
      const joined = request.query.joined ? services.known.joined : noneJoined
      const scored = (result: MatchResult) => {
        const entity = scoredEntity(known, result)
        return { ...entity, ...asOne(entity, joined, known) }
      }
      const answers = await inTurns(
        parties,
        () => request.raw.socket.destroyed,
        ([key, party]) => {
          const results = matched(index, party, options, joined).map((result) => scored(result))
          const value = results.filter((result) => result.match).length
          return [key, { status: 200, results, total: { value, relation: 'eq' }, query: party }] as const
        },
      )
      if (!answers) return reply.hijack()
      void reply.header('x-batch-size', String(parties.length))
      return {
        responses: Object.fromEntries(answers),
        limit: request.query.limit,
        versions: versionsOf(known, options.includeDatasets),
        lists: searchedLists(known, options.includeDatasets),
      }
    },
  )
}
