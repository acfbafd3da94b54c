import { severities, watchNames } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { floorView } from '../floor/floor-view.ts'
import type { FeedHolder } from './api-events.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { recordsOf, type Services } from './services.ts'

const querySchema = z.object({
  days: z.number().int().min(1).max(90).default(14).describe('1 is told by hours, more by days'),
})

const counts = z.array(z.number())
const waitingSchema = z.object({
  id: z.string(),
  watch: z.enum(watchNames),
  rule: z.string(),
  severity: z.enum(severities),
  score: z.number(),
  statement: z.string(),
  arrived: z.string(),
})
const floorSchema = z.object({
  from: z.number().describe('Start of the first bucket, UTC milliseconds'),
  bucket: z.number().describe('Milliseconds of a bucket'),
  doors: z.array(
    z.object({
      watch: z.enum(watchNames),
      total: z.number(),
      undecided: z.number(),
      arrived: z.object({ low: counts, medium: counts, high: counts, critical: counts }),
      latest: z.string().optional(),
    }),
  ),
  urgent: z.array(waitingSchema).describe('Undecided, the gravest first'),
  oldest: z.array(waitingSchema).describe('Undecided, those first that wait longest'),
  due: z
    .array(
      z.object({
        id: z.number(),
        title: z.string(),
        severity: z.enum(severities),
        findings: z.number(),
        assignee: z.string().optional(),
        due: z.string(),
        overdue: z.boolean(),
      }),
    )
    .describe('Open cases, those first that are due first'),
  running: z
    .array(
      z.object({
        job: z.enum(['import', 'watch', 'load']),
        name: z.string(),
        done: z.number().optional(),
        total: z.number().optional(),
        unit: z.enum(['bytes', 'observations', 'entities']).optional(),
        at: z.number().optional(),
      }),
    )
    .describe('Work that goes on, of this server and of other processes on its store'),
})

/** `GET /api/floor`: what came in by door, what waits, what runs. */
export function addFloorRoute(app: FastifyInstance, services: Services, feed: FeedHolder): void {
  app.get<{ Querystring: z.infer<typeof querySchema> }>(
    '/api/floor',
    {
      config: needs('read'),
      schema: {
        tags: ['System'],
        summary: 'What came in by door, what waits for a person, what runs',
        querystring: jsonSchema(querySchema),
        response: responses(floorSchema, 422, 501),
      },
    },
    async ({ query }) => {
      const view = await floorView(await recordsOf(services).store(), query.days)
      const { loading } = services.known
      return {
        ...view,
        running: [
          ...(loading ? [{ job: 'load', name: 'lists', ...loading, unit: 'entities' }] : []),
          ...(await feed.get()).running(),
        ],
      }
    },
  )
}
