import {
  around,
  type ExposureAnswer,
  exposure,
  type Follow,
  type GraphStep,
  type Neighbourhood,
  neighbours,
  type PathAnswer,
  relations,
  shortestPaths,
} from '@cordon/knowledge'
import { CordonError, isoSeconds } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findThing } from '../graph/find-thing.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { knownNow, recordsOf, type Services } from './services.ts'

const thing = z
  .string()
  .min(1)
  .max(2_000)
  .describe(
    'A thing: `kind:id` (`entity:ofac-27307`, `vessel:imo:8628597`, `finding:3f2a...`), an id, an IMO number, an MMSI, a wallet, an ATT&CK code, or a name that one thing alone has',
  )
const names = z
  .array(z.string().max(60))
  .max(50)
  .describe(`Relations: ${relations.map(({ name }) => name).join(', ')}, or one that a source brings`)
const followQuery = z.object({
  relation: names.optional(),
  without: names.optional(),
  at: z.iso.date().optional().describe('Only links that hold on this day; those without dates always do'),
  fresh: z
    .boolean()
    .default(false)
    .describe('Wait for a graph that holds all that is stored now, instead of one some seconds old'),
})
const neighbourQuery = followQuery.extend({
  of: thing,
  kind: z.array(z.string().max(30)).max(20).optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1_000).default(100),
})
const pathQuery = followQuery.extend({
  from: thing,
  to: thing,
  hops: z.number().int().min(1).max(12).default(6),
  limit: z.number().int().min(1).max(50).default(5),
})
const exposureQuery = followQuery.extend({
  of: thing,
  hops: z.number().int().min(1).max(6).default(3),
  least: z.number().min(0).max(1).default(0.02),
  limit: z.number().int().min(1).max(500).default(50),
})

const aroundQuery = followQuery.extend({
  of: z.array(z.string().min(1).max(2_000)).min(1).max(500).describe('Things, as for the other questions'),
  limit: z.number().int().min(1).max(500).default(80),
})

const ref = z.object({ kind: z.string(), id: z.string(), label: z.string() })
const step = z.object({
  from: ref,
  to: ref,
  relation: z.string(),
  words: z.string(),
  family: z.string(),
  carry: z.number(),
  source: z.string(),
  since: z.string().optional(),
  until: z.string().optional(),
  confidence: z.number().optional(),
  record: z.string().optional(),
  note: z.string().optional(),
})
const asOf = z.object({
  builtAt: z.string().describe('When what is in the graph was read'),
  things: z.number(),
  links: z.number(),
})
const neighbourAnswer = asOf.extend({
  of: ref,
  designated: z.boolean(),
  total: z.number(),
  byRelation: z.record(z.string(), z.number()),
  byKind: z.record(z.string(), z.number()),
  links: z.array(z.object({ step, designated: z.boolean(), degree: z.number() })),
})
const pathAnswer = asOf.extend({
  from: ref,
  to: ref,
  hops: z.number().optional(),
  cut: z.number(),
  compared: z.number(),
  paths: z.array(
    z.object({
      steps: z.array(step.extend({ also: z.array(step).describe('Further links between the same two') })),
      carry: z.number(),
      shared: z.array(z.object({ thing: ref, links: z.number() })),
    }),
  ),
})
const exposureAnswer = asOf.extend({
  of: ref,
  designated: z.boolean(),
  total: z.number(),
  reached: z.number(),
  cut: z.number(),
  exposures: z.array(z.object({ to: ref, share: z.number(), hops: z.number(), steps: z.array(step) })),
})

const aroundAnswer = asOf.extend({
  nodes: z.array(z.object({ ref, asked: z.boolean(), designated: z.boolean(), degree: z.number() })),
  links: z.array(step),
  left: z.number().describe('Things next to these that found no place'),
  missing: z.array(z.string()).describe('Things that nothing is linked to'),
})

const tags = ['Graph']

/** `GET /api/graph/neighbours`, `/around`, `/paths` and `/exposure`: how things are linked, each link with who says so. */
export function addGraphRoutes(app: FastifyInstance, services: Services): void {
  const open = async (fresh: boolean) => {
    const known = knownNow(services)
    const records = recordsOf(services)
    const threats = await (await records.threats()).known()
    const { graph, builtAt } = await records.graph(fresh)
    const head = { builtAt: isoSeconds(builtAt), things: graph.size, links: graph.linkCount }
    return { graph, head, find: (text: string) => findThing(text, { graph, known, threats }) }
  }
  app.get<{ Querystring: z.infer<typeof neighbourQuery> }>(
    '/api/graph/neighbours',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'What a thing is linked to, those links first that carry most',
        querystring: jsonSchema(neighbourQuery),
        response: responses(neighbourAnswer, 404, 409, 422, 501, 503),
      },
    },
    async ({ query }) => {
      const { graph, head, find } = await open(query.fresh)
      const { offset, limit, kind: kinds } = query
      const options = { ...followOf(query), offset, limit, ...(kinds && { kinds }) }
      return { ...head, ...neighbourView(neighbours(graph, find(query.of), options)) }
    },
  )
  app.get<{ Querystring: z.infer<typeof aroundQuery> }>(
    '/api/graph/around',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Several things, what joins them, and every link among all of these: a picture',
        querystring: jsonSchema(aroundQuery),
        response: responses(aroundAnswer, 422, 501, 503),
      },
    },
    async ({ query }) => {
      const { graph, head, find } = await open(query.fresh)
      const missing: string[] = []
      const nodes = query.of.flatMap((text) => {
        try {
          return [find(text)]
        } catch (error) {
          if (!(error instanceof CordonError)) throw error
          missing.push(text)
          return []
        }
      })
      const picture = around(graph, nodes, { ...followOf(query), limit: query.limit })
      return { ...head, ...picture, links: picture.links.map(stepView), missing }
    },
  )
  app.get<{ Querystring: z.infer<typeof pathQuery> }>(
    '/api/graph/paths',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'How two things are linked: the shortest ways, explained link by link',
        querystring: jsonSchema(pathQuery),
        response: responses(pathAnswer, 404, 409, 422, 501, 503),
      },
    },
    async ({ query }) => {
      const { graph, head, find } = await open(query.fresh)
      const [from, to] = [find(query.from), find(query.to)]
      const options = { ...followOf(query), maxHops: query.hops, limit: query.limit }
      const ends = { from: graph.ref(from), to: graph.ref(to) }
      return { ...head, ...ends, ...pathView(shortestPaths(graph, from, to, options)) }
    },
  )
  app.get<{ Querystring: z.infer<typeof exposureQuery> }>(
    '/api/graph/exposure',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Which designated things a thing leads to, over which way, and how much the way carries',
        querystring: jsonSchema(exposureQuery),
        response: responses(exposureAnswer, 404, 409, 422, 501, 503),
      },
    },
    async ({ query }) => {
      const { graph, head, find } = await open(query.fresh)
      const { hops, least, limit } = query
      const answer = exposure(graph, find(query.of), { ...followOf(query), hops, least, limit })
      return { ...head, ...exposureView(answer) }
    },
  )
}

function followOf({ relation, without, at }: z.infer<typeof followQuery>): Follow {
  return {
    ...(relation && { relations: relation }),
    ...(without && { without }),
    ...(at && { at: Date.parse(at) }),
  }
}

/** A link with its dates in ISO 8601. */
export function stepView({ since, until, ...step }: GraphStep) {
  return {
    ...step,
    ...(since !== undefined && { since: isoSeconds(since) }),
    ...(until !== undefined && { until: isoSeconds(until) }),
  }
}

/** `Neighbourhood` as it is sent. */
export function neighbourView(answer: Neighbourhood) {
  return { ...answer, links: answer.links.map((link) => ({ ...link, step: stepView(link.step) })) }
}

/** `PathAnswer` as it is sent. */
export function pathView(answer: PathAnswer) {
  return {
    ...answer,
    paths: answer.paths.map((path) => ({
      ...path,
      steps: path.steps.map((one) => ({ ...stepView(one), also: one.also.map(stepView) })),
    })),
  }
}

/** `ExposureAnswer` as it is sent. */
export function exposureView(answer: ExposureAnswer) {
  return {
    ...answer,
    exposures: answer.exposures.map((one) => ({ ...one, steps: one.steps.map(stepView) })),
  }
}
