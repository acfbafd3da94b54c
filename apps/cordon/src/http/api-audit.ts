import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { recordsOf, type Services } from './services.ts'

const querySchema = z.object({
  limit: z.number().int().min(1).max(500).default(100),
  cursor: z.string().max(100).optional(),
})

const pageSchema = z.object({
  entries: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      actor: z.string(),
      action: z.string(),
      subject: z.string().optional(),
      detail: z.unknown().optional(),
      hash: z.string(),
    }),
  ),
  next: z.string().optional(),
})

const verdictSchema = z.object({
  ok: z.boolean(),
  entries: z.number(),
  head: z.string().optional(),
  fault: z.object({ kind: z.string(), seq: z.number(), detail: z.string() }).optional(),
})

/** `GET /api/audit`, latest first, and the check of its chain of hashes. */
export function addAuditRoutes(app: FastifyInstance, services: Services): void {
  const tags = ['Findings']
  app.get<{ Querystring: { limit: number; cursor?: string } }>(
    '/api/audit',
    {
      config: needs('read:audit'),
      schema: {
        tags,
        summary: 'Who did what, latest first',
        querystring: jsonSchema(querySchema),
        response: responses(pageSchema, 422, 501),
      },
    },
    async ({ query }) => recordsOf(services).audit(query),
  )
  app.get(
    '/api/audit/verify',
    {
      config: needs('read:audit'),
      schema: { tags, summary: 'Check the whole chain of hashes', response: responses(verdictSchema, 501) },
    },
    async () => recordsOf(services).verifyAudit(),
  )
}
