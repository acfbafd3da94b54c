import { severities, watchNames } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { actorOf } from './actor.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { notFound } from './problem.ts'
import { type FindingFilter, verdicts } from './records.ts'
import { recordsOf, type Services } from './services.ts'

const filterSchema = z.object({
  watch: z.enum(watchNames).optional(),
  verdict: z.enum([...verdicts, 'undecided', 'all']).default('undecided'),
  severity: z.enum(severities).optional(),
  q: z.string().max(500).optional(),
  limit: z.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
})

const decisionSchema = z.object({
  verdict: z.enum(verdicts),
  reason: z.string().min(1).max(4000).regex(/\S/).describe('Why: kept for ever in the audit log'),
})

const refSchema = z.object({ kind: z.string(), id: z.string(), label: z.string() })

/** A finding as the API tells it. */
export const findingSchema = z
  .object({
    id: z.string(),
    revision: z.number(),
    state: z.enum(['open', 'closed']),
    watch: z.enum(watchNames),
    rule: z.string(),
    ruleVersion: z.string(),
    severity: z.enum(severities),
    score: z.number(),
    probability: z.object({ value: z.number(), calibratedOn: z.string(), prior: z.number() }).optional(),
    subjects: z.array(refSchema),
    matches: z.array(refSchema),
    window: z.object({ start: z.number(), end: z.number().optional() }),
    place: z.object({ lat: z.number(), lon: z.number() }).optional(),
    evidence: z.array(
      z.object({
        feature: z.string(),
        query: z.string(),
        candidate: z.string(),
        contribution: z.number(),
        detail: z.string(),
        source: z.string().optional(),
        version: z.string().optional(),
        path: z.string().optional(),
      }),
    ),
    knowledgeVersions: z.record(z.string(), z.string()),
    marking: z.string(),
    statement: z.string(),
    case: z.number().optional().describe('The case that it is in'),
    decision: z
      .object({
        verdict: z.enum(verdicts),
        reason: z.string(),
        by: z.string(),
        at: z.string(),
        revision: z.number(),
      })
      .optional(),
  })
  .meta({ title: 'Finding' })

const pageSchema = z.object({
  findings: z.array(findingSchema),
  next: z.string().optional(),
  counts: z.object({ undecided: z.number(), true: z.number(), false: z.number(), unsure: z.number() }),
})

/** `GET /api/findings`, one finding, and a person's decision on it. */
export function addFindingRoutes(app: FastifyInstance, services: Services): void {
  const tags = ['Findings']
  const params = { type: 'object', properties: { id: { type: 'string' } } }
  const orNotFound = <T>(found: T | undefined, id: string): T => {
    if (found !== undefined) return found
    throw notFound('the id of a finding', id, 'GET /api/findings?verdict=all names them.')
  }

  app.get<{ Querystring: FindingFilter }>(
    '/api/findings',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Findings, the gravest first',
        querystring: jsonSchema(filterSchema),
        response: responses(pageSchema, 422, 501),
      },
    },
    async ({ query }) => recordsOf(services).findings(query),
  )
  app.get<{ Params: { id: string } }>(
    '/api/findings/:id',
    {
      config: needs('read'),
      schema: { tags, summary: 'One finding', params, response: responses(findingSchema, 404, 501) },
    },
    async ({ params: { id } }) => orNotFound(await recordsOf(services).finding(id), id),
  )
  app.post<{ Params: { id: string }; Body: z.infer<typeof decisionSchema> }>(
    '/api/findings/:id/decision',
    {
      config: needs('write:findings'),
      schema: {
        tags,
        summary: 'Decide a finding, with a reason',
        params,
        body: jsonSchema(decisionSchema),
        response: responses(findingSchema, 404, 422, 501),
      },
    },
    async (request) => {
      const { id } = request.params
      return orNotFound(await recordsOf(services).decide(id, { ...request.body, by: actorOf(request) }), id)
    },
  )
  app.delete<{ Params: { id: string } }>(
    '/api/findings/:id/decision',
    {
      config: needs('write:findings'),
      schema: {
        tags,
        summary: 'Take a decision back; the record of it stays',
        params,
        response: responses(findingSchema, 404, 501),
      },
    },
    async (request) => {
      const { id } = request.params
      return orNotFound(await recordsOf(services).undecide(id, actorOf(request)), id)
    },
  )
}
