import { scanText } from '@cordon/cyber'
import { type AttackMatrix, attackMatrix } from '@cordon/knowledge'
import {
  canonicalIndicator,
  guessIndicator,
  type IndicatorKind,
  indicatorKinds,
  isoSeconds,
} from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { KnownThreats } from '../threats/known-threats.ts'
import { indicatorPage, namedThreats, threatView, whatIsAsked } from '../threats/threat-view.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import {
  attackSchema,
  indicatorSchema,
  namedSchema,
  summarySchema,
  textMatchSchema,
  threatSchema,
} from './knowledge-schemas.ts'
import { HttpFault, notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const tags = ['Knowledge']
const searchQuery = z.object({
  q: z.string().min(1).max(500),
  limit: z.number().int().min(1).max(100).default(20),
})
const indicatorQuery = z.object({
  value: z.string().min(1).max(4096).describe('May be defanged'),
  kind: z.enum(indicatorKinds).optional().describe('By its form where it is left out'),
})
const textBody = z.object({ text: z.string().max(2_000_000), at: z.string().max(40).optional() })

/** Indicators of a text that are told; the rest is counted. */
const mostMatches = 1000

/**
 * `GET /api/knowledge`, its search, objects, indicators and the ATT&CK matrix, and `POST /api/knowledge/match` for free text.
 */
export function addKnowledgeRoutes(app: FastifyInstance, services: Services): void {
  const known = () =>
    recordsOf(services)
      .threats()
      .then((threats) => threats.known())
  const matrices = new WeakMap<KnownThreats, AttackMatrix>()
  app.get(
    '/api/knowledge',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'What is known of threats: collections, and how much',
        response: responses(summarySchema, 501),
      },
    },
    async () => summaryOf(await known()),
  )
  app.get<{ Querystring: z.infer<typeof searchQuery> }>(
    '/api/knowledge/search',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Groups, tools, campaigns, techniques by name, alias or id; each with who calls it so',
        querystring: jsonSchema(searchQuery),
        response: responses(
          z.object({
            results: z.array(namedSchema),
            indicator: z.object({ kind: z.string(), value: z.string(), known: z.boolean() }).optional(),
          }),
          422,
          501,
        ),
      },
    },
    async ({ query: { q, limit } }) => {
      const { graph, indicators } = await known()
      const exact = namedThreats(graph, graph.find(q))
      const near = namedThreats(graph, graph.namesLike(q, limit * 3)).filter(
        ({ id }) => !exact.some((one) => one.id === id),
      )
      const guess = guessIndicator(q)
      return {
        results: [...exact, ...near].slice(0, limit),
        ...(guess && {
          indicator: {
            kind: guess.kind,
            value: guess.value,
            known: indicators.find(guess.kind, guess.value) >= 0,
          },
        }),
      }
    },
  )
  app.get<{ Params: { id: string } }>(
    '/api/knowledge/objects/:id',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'A group, tool, campaign or technique with everything that is said of it, and by whom',
        description:
          'The id is a STIX id or a short one (`G0032`). Aliases are claims of their sources: `also` names what else is called so.',
        params: { type: 'object', properties: { id: { type: 'string' } } },
        response: responses(threatSchema, 404, 501),
      },
    },
    async ({ params }) => {
      const threats = await known()
      const asked = whatIsAsked(threats, params.id)
      const view = asked.is === 'threat' ? threatView(threats, asked.id, await now(services)) : undefined
      if (view) return view
      throw notFound('the id of a threat object', params.id, 'GET /api/knowledge/search?q= finds it by name.')
    },
  )
  app.get(
    '/api/knowledge/attack',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'ATT&CK as a matrix: tactics in order, techniques, and what groups use which',
        description:
          'Empty where no ATT&CK bundle was imported. `techniques` of a group are its own, `campaignTechniques` those that only its campaigns use.',
        response: responses(attackSchema, 501),
      },
    },
    async () => {
      const threats = await known()
      const matrix = matrices.get(threats) ?? attackMatrix(threats.graph)
      matrices.set(threats, matrix)
      return matrix
    },
  )
  addIndicatorRoutes(app, services, known)
}

const now = async (services: Services) => (await recordsOf(services).threats()).now()

function addIndicatorRoutes(
  app: FastifyInstance,
  services: Services,
  known: () => Promise<KnownThreats>,
): void {
  app.get<{ Querystring: z.infer<typeof indicatorQuery> }>(
    '/api/knowledge/indicator',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'An indicator: who says what of it, what it is worth now, warning lists, sightings',
        querystring: jsonSchema(indicatorQuery),
        response: responses(indicatorSchema, 422, 501),
      },
    },
    async ({ query }) => {
      const { kind, value } = indicatorOf(query)
      const threats = await recordsOf(services).threats()
      return indicatorPage(threats.store, await known(), kind, value, threats.now())
    },
  )
  app.post<{ Body: z.infer<typeof textBody> }>(
    '/api/knowledge/match',
    {
      config: needs('screen'),
      schema: {
        tags,
        summary: 'All known indicators in a free text, defanged ones too',
        description: 'At most 1,000 are told. `state` is judged at `at` (ISO 8601), by default now.',
        body: jsonSchema(textBody),
        response: responses(textMatchSchema, 422, 501),
      },
    },
    async ({ body: { text, at } }) => {
      const { indicators } = await known()
      const when = at === undefined ? await now(services) : Date.parse(at)
      if (Number.isNaN(when)) throw badTime(at!)
      const found = scanText(indicators, text)
      const matches = found.slice(0, mostMatches).map(({ place, how, written, defanged }) => {
        const { kind, value, state, score, warnings, claims } = indicators.view(place, when)
        const sources = [...new Set(claims.map(({ source }) => source))]
        return {
          kind,
          value,
          how,
          written,
          defanged,
          state,
          score,
          sources,
          reasons: warnings.map(({ reason }) => reason),
        }
      })
      return { total: found.length, matches }
    },
  )
}

function indicatorOf({ value, kind }: z.infer<typeof indicatorQuery>): {
  kind: IndicatorKind
  value: string
} {
  const canonical = kind && canonicalIndicator(kind, value)
  const guess = kind
    ? canonical === undefined
      ? undefined
      : { kind, value: canonical }
    : guessIndicator(value)
  if (guess) return guess
  throw new HttpFault(422, {
    code: 'CORDON_INDICATOR',
    expected: kind ? `a value of the kind ${kind}` : 'a value whose form tells its kind',
    found: value.slice(0, 100),
    where: 'query.value',
    remedy: `Give kind: one of ${indicatorKinds.join(', ')}.`,
  })
}

function badTime(found: string): HttpFault {
  return new HttpFault(422, {
    code: 'CORDON_TIME',
    expected: 'a time in ISO 8601',
    found,
    where: 'body.at',
    remedy: 'Leave it out for now.',
  })
}

function summaryOf({ collections, graph, indicators }: KnownThreats) {
  const types: Record<string, number> = {}
  for (const { type } of graph.objects()) types[type] = (types[type] ?? 0) + 1
  const kinds: Record<string, number> = {}
  for (const kind of indicatorKinds) if (indicators.count(kind) > 0) kinds[kind] = indicators.count(kind)
  return {
    objects: graph.size,
    types,
    indicators: indicators.size,
    kinds,
    warningLists: indicators.warningLists.size,
    faults: graph.faults.length,
    collections: collections.map(({ report, fetched, importedAt, ...rest }) => ({
      ...rest,
      fetched: isoSeconds(fetched),
      imported: isoSeconds(importedAt),
      rejectedBy: report.rejectedBy,
    })),
  }
}
