import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { needs } from './caller.ts'
import type { Gate } from './gate.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const statusSchema = z.object({
  version: z.string(),
  starterOnly: z.boolean().describe('Only the starter is loaded: no list of a publisher yet'),
  ready: z.boolean(),
  loading: z.object({ done: z.number(), total: z.number() }).optional(),
  lists: z.number(),
  entities: z.number(),
  accounts: z.boolean(),
  open: z.boolean().describe('Everyone who reaches the server may do everything'),
})

const fetchSchema = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string().optional(),
  checked: z.string().optional().describe('When the publisher last gave an answer that could be used'),
  changed: z.string().optional().describe('When something new last came'),
  error: z.string().optional().describe('Why the last attempt failed'),
  errorAt: z.string().optional(),
  failures: z.number().describe('Failures in a row'),
  held: z
    .object({ reason: z.string(), at: z.string(), sha256: z.string(), bytes: z.number() })
    .optional()
    .describe('A new version that does not answer until a person accepts it: cordon lists update --accept'),
})

const updatesSchema = z.object({
  lists: z.array(fetchSchema),
  every: z.number().optional().describe('Milliseconds between two rounds of this server'),
  next: z.string().optional().describe('When the next round begins'),
})

const listSchema = z.object({
  source: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string().optional(),
  version: z.string(),
  fetched: z.string(),
  imported: z.string(),
  sha256: z.string(),
  format: z.string(),
  entities: z.number(),
  targets: z.number(),
  statements: z.number(),
  rejected: z.number(),
  starter: z.boolean(),
  dropped: z
    .record(z.string(), z.number())
    .optional()
    .describe('What a policy left out at import, with how often'),
  fetch: fetchSchema.optional(),
  versions: z.array(
    z.object({
      version: z.string(),
      seq: z.number(),
      imported: z.string(),
      entities: z.number(),
      current: z.boolean(),
    }),
  ),
})

const rejectsQuery = z.object({
  limit: z.number().int().min(1).max(500).default(100),
  offset: z.number().int().min(0).default(0),
})

const rejectsSchema = z.object({
  rejects: z.array(z.object({ where: z.string(), reason: z.string(), excerpt: z.string() })),
  total: z.number(),
})

/** `GET /api/status`, `GET /api/lists` and the rejects of a version. */
export function addStatusRoutes(app: FastifyInstance, services: Services, gate: Gate): void {
  app.get(
    '/api/status',
    {
      config: needs('read'),
      schema: {
        tags: ['System'],
        summary: 'What runs, and how much is loaded',
        response: responses(statusSchema),
      },
    },
    async () => {
      const { current, loading } = services.known
      const standing = await gate.standing()
      return {
        version: services.version,
        starterOnly: current
          ? current.lists.length > 0 && current.lists.every(({ starter }) => starter)
          : false,
        ready: current !== undefined,
        ...(loading && { loading }),
        lists: current?.lists.length ?? 0,
        entities: current?.graph.size ?? 0,
        accounts: standing === 'accounts',
        open: standing === 'open',
      }
    },
  )
  app.get(
    '/api/lists',
    {
      config: needs('read'),
      schema: {
        tags: ['Lists'],
        summary: 'The lists with their versions',
        response: responses(z.object({ lists: z.array(listSchema) }), 501, 503),
      },
    },
    async () => ({ lists: await recordsOf(services).lists() }),
  )
  app.get(
    '/api/lists/updates',
    {
      config: needs('read'),
      schema: {
        tags: ['Lists'],
        summary: 'Where the fetching of each list stands: its age, the last error, what is held back',
        response: responses(updatesSchema, 501, 503),
      },
    },
    async () => recordsOf(services).updates(),
  )
  app.get<{ Params: { source: string; seq: number }; Querystring: z.infer<typeof rejectsQuery> }>(
    '/api/lists/:source/versions/:seq/rejects',
    {
      config: needs('read'),
      schema: {
        tags: ['Lists'],
        summary: 'The records of a version that could not be read',
        params: jsonSchema(z.object({ source: z.string(), seq: z.number().int() })),
        querystring: jsonSchema(rejectsQuery),
        response: responses(rejectsSchema, 404, 422, 501),
      },
    },
    async ({ params, query }) => {
      const found = await recordsOf(services).rejects(params.source, params.seq, query)
      if (found) return found
      throw notFound(
        'a stored version of a list',
        `${params.source} ${params.seq}`,
        'GET /api/lists names them.',
      )
    },
  )
}
