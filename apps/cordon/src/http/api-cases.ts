import { isoSeconds, severities, watchNames } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { needs } from './caller.ts'
import {
  attachmentSchema,
  attachmentView,
  caseEventSchema,
  caseEventView,
  caseFindingSchema,
  caseFindingView,
  caseSchema,
  casesFilterSchema,
  casesQuery,
  caseView,
} from './case-shapes.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const tags = ['Cases']

/** `:id` of a case. */
export const caseParams = { type: 'object', properties: { id: { type: 'integer' } } }
/** What `caseParams` gives. */
export interface CaseParams {
  readonly id: number
}

const paging = {
  limit: z.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
}
const listSchema = casesFilterSchema.extend(paging)
const countsSchema = z.object({
  byState: z.record(z.string(), z.number()),
  bySeverity: z.record(z.string(), z.number()),
  overdue: z.number(),
  awaiting: z.number(),
})
const pageSchema = z.object({
  cases: z.array(caseSchema),
  next: z.string().optional(),
  counts: countsSchema.optional().describe('On the first page only'),
})
const refSchema = z.object({
  role: z.enum(['subject', 'match']),
  kind: z.string(),
  id: z.string(),
  label: z.string(),
  findings: z.number(),
})
const detailSchema = caseSchema.extend({
  refs: z.array(refSchema).describe('What most of its findings are about and met, at most 50 of each'),
  attachments: z.array(attachmentSchema),
  links: z.array(
    z.object({ id: z.number(), label: z.string(), target: z.string(), by: z.string(), at: z.string() }),
  ),
})
const findingsFilterSchema = z.object({
  undecided: z.boolean().optional(),
  q: z.string().max(500).optional(),
  order: z.enum(['rank', 'time']).default('rank'),
  ...paging,
})
const eventsFilterSchema = z.object({
  limit: z.number().int().min(1).max(500).default(50),
  before: z.number().int().optional().describe('The id of the last entry of the page before'),
})
const timesSchema = z.object({
  width: z.number().describe('Milliseconds'),
  bins: z.array(
    z.object({
      start: z.number(),
      watch: z.enum(watchNames),
      severity: z.enum(severities),
      count: z.number(),
    }),
  ),
})
const placeSchema = z.object({
  finding: z.string(),
  lat: z.number(),
  lon: z.number(),
  at: z.number(),
  severity: z.enum(severities),
  watch: z.enum(watchNames),
})

/** The routes that read cases. */
export function addCaseRoutes(app: FastifyInstance, services: Services): void {
  const store = () => recordsOf(services).store()
  app.get<{ Querystring: z.infer<typeof listSchema> }>(
    '/api/cases',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Cases, the gravest and most urgent first',
        querystring: jsonSchema(listSchema),
        response: responses(pageSchema, 422, 501),
      },
    },
    async ({ query }) => {
      const { cases, now } = await store()
      const { limit, cursor, ...filter } = query
      const asked = casesQuery(filter, now())
      const page = await cases.list({ ...asked, limit, ...(cursor && { cursor }) })
      return {
        cases: page.cases.map(caseView),
        ...(page.next && { next: page.next }),
        ...(!cursor && { counts: await cases.counts(asked) }),
      }
    },
  )
  app.get<{ Params: CaseParams }>(
    '/api/cases/:id',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'One case, with what it is about, its files and its links',
        params: caseParams,
        response: responses(detailSchema, 404, 501),
      },
    },
    async ({ params: { id } }) => {
      const { cases } = await store()
      const found = await cases.get(id)
      if (!found) throw notFound('the number of a case', String(id), 'GET /api/cases?state=all names them.')
      const [refs, attachments, links] = await Promise.all([
        cases.refs(id),
        cases.attachments(id),
        cases.links(id),
      ])
      return {
        ...caseView(found),
        refs,
        attachments: attachments.map(attachmentView),
        links: links.map(({ who, at, ...link }) => ({ ...link, by: who, at: isoSeconds(at) })),
      }
    },
  )
  app.get<{ Params: CaseParams; Querystring: z.infer<typeof findingsFilterSchema> }>(
    '/api/cases/:id/findings',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'The findings of a case, each with why it is there',
        params: caseParams,
        querystring: jsonSchema(findingsFilterSchema),
        response: responses(
          z.object({ findings: z.array(caseFindingSchema), next: z.string().optional() }),
          422,
          501,
        ),
      },
    },
    async ({ params: { id }, query: { q, undecided, cursor, ...rest } }) => {
      const { cases } = await store()
      const page = await cases.findings(id, {
        ...rest,
        ...(q && { text: q }),
        ...(undecided && { undecided }),
        ...(cursor && { cursor }),
      })
      return { findings: page.findings.map(caseFindingView), ...(page.next && { next: page.next }) }
    },
  )
  app.get<{ Params: CaseParams; Querystring: z.infer<typeof eventsFilterSchema> }>(
    '/api/cases/:id/events',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'The log of a case, the latest first',
        params: caseParams,
        querystring: jsonSchema(eventsFilterSchema),
        response: responses(z.object({ events: z.array(caseEventSchema) }), 422, 501),
      },
    },
    async ({ params: { id }, query: { limit, before } }) => {
      const { cases } = await store()
      const events = await cases.events(id, { limit, ...(before !== undefined && { before }) })
      return { events: events.map(caseEventView) }
    },
  )
  app.get<{ Params: CaseParams }>(
    '/api/cases/:id/times',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'How many findings of a case happened when, in spans of equal length',
        params: caseParams,
        response: responses(timesSchema, 501),
      },
    },
    async ({ params: { id } }) => (await store()).cases.times(id),
  )
  app.get<{ Params: CaseParams }>(
    '/api/cases/:id/places',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Where findings of a case happened, the gravest 500',
        params: caseParams,
        response: responses(z.object({ places: z.array(placeSchema) }), 501),
      },
    },
    async ({ params: { id } }) => ({ places: await (await store()).cases.places(id) }),
  )
  app.get(
    '/api/cases/assignees',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'To whom cases are assigned',
        response: responses(z.object({ assignees: z.array(z.string()) }), 501),
      },
    },
    async () => ({ assignees: await (await store()).cases.assignees() }),
  )
}
