import { caseStates } from '@cordon/casework'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Cases } from '../store/index.ts'
import { actorOf } from './actor.ts'
import { type CaseParams, caseParams } from './api-cases.ts'
import { needs } from './caller.ts'
import {
  bulkChange,
  bulkChangeSchema,
  bulkPreviewSchema,
  bulkSelectionSchema,
  caseSchema,
  casesFilterSchema,
  casesQuery,
  caseView,
  reasonSchema,
} from './case-shapes.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { HttpFault, notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const tags = ['Cases']
const faults = [404, 409, 422, 501]

const stateBody = z.object({
  to: z.enum(caseStates),
  reason: z.string().max(4000).default(''),
  decideRest: z.boolean().optional().describe('Decide what is undecided in it along with it'),
})
const releaseBody = z.object({ approve: z.boolean(), reason: reasonSchema })
const assignBody = z.object({ to: z.string().max(200).optional().describe('Nobody where it is left out') })
const dueBody = z.object({ due: z.iso.datetime({ offset: true }) })
const noteBody = z.object({ text: z.string().min(1).max(20_000).describe('Text; @name mentions somebody') })
const linkBody = z.object({ label: z.string().max(200).default(''), target: z.string().min(1).max(2000) })
const splitBody = z.object({
  findings: z.array(z.string().max(100)).min(1).max(10_000),
  reason: reasonSchema,
})
const mergeBody = z.object({ others: z.array(z.number().int()).min(1).max(100), reason: reasonSchema })
const bulkBody = z.object({ selection: bulkSelectionSchema, change: bulkChangeSchema })

/** The routes that change cases; every change is in the audit log. */
export function addCaseChangeRoutes(app: FastifyInstance, services: Services): void {
  const store = () => recordsOf(services).store()

  /** A change of one case, which answers with the case as it then is. */
  const change = <T extends z.ZodType>(
    path: string,
    summary: string,
    body: T,
    work: (cases: Cases, id: number, given: z.infer<T>, who: string) => Promise<unknown>,
  ) =>
    app.post<{ Params: CaseParams }>(
      `/api/cases/:id/${path}`,
      {
        config: needs(path === 'release' ? 'approve' : 'write:cases'),
        schema: {
          tags,
          summary,
          params: caseParams,
          body: jsonSchema(body),
          response: responses(caseSchema, ...faults),
        },
      },
      async (request) => {
        const { cases } = await store()
        const { id } = request.params
        const fresh = await work(cases, id, request.body as z.infer<T>, actorOf(request))
        const found = await cases.get(typeof fresh === 'number' ? fresh : id)
        if (!found) throw notFound('the number of a case', String(id), 'GET /api/cases?state=all names them.')
        return caseView(found)
      },
    )

  change('state', 'Move a case to a state', stateBody, (cases, id, { decideRest, ...move }, who) =>
    cases.move(id, { ...move, who, ...(decideRest !== undefined && { decideRest }) }),
  )
  change('release', 'Answer a release that another person asked for', releaseBody, (cases, id, answer, who) =>
    cases.answerRelease(id, { ...answer, who }),
  )
  change('assign', 'Give a case to somebody, or to nobody', assignBody, (cases, id, { to }, who) =>
    cases.assign(id, { to, who }),
  )
  change('due', 'Set the date by which a case is due', dueBody, (cases, id, { due }, who) =>
    cases.setDue(id, { due: Date.parse(due), who }),
  )
  change('notes', 'Add a note', noteBody, async (cases, id, { text }, who) => {
    await cases.note(id, { text, who })
  })
  change('links', 'Keep a link to a record elsewhere', linkBody, async (cases, id, link, who) => {
    await cases.link(id, { ...link, who })
  })
  change(
    'split',
    'Put findings into a case of their own; answers with it',
    splitBody,
    (cases, id, given, who) => cases.split(id, { ...given, who }),
  )
  change('merge', 'Make other cases a part of this one', mergeBody, (cases, id, given, who) =>
    cases.merge(id, { ...given, who }),
  )
  app.delete<{ Params: CaseParams & { link: number } }>(
    '/api/cases/:id/links/:link',
    {
      config: needs('write:cases'),
      schema: {
        tags,
        summary: 'Take a link away; that it was there stays on record',
        params: { type: 'object', properties: { id: { type: 'integer' }, link: { type: 'integer' } } },
        response: responses(z.object({}), ...faults),
      },
    },
    async (request) => {
      const { id, link } = request.params
      await (await store()).cases.unlink(id, { link, who: actorOf(request) })
      return {}
    },
  )
  addBulkRoutes(app, services)
}

function addBulkRoutes(app: FastifyInstance, services: Services): void {
  const store = () => recordsOf(services).store()
  const chosen = ({ cases, query }: z.infer<typeof bulkSelectionSchema>, now: number) => {
    if (cases) return { cases }
    if (query) return { query: casesQuery(casesFilterSchema.parse(query), now) }
    throw new HttpFault(422, {
      code: 'CORDON_BULK_SELECTION',
      expected: 'the numbers of cases, or a filter',
      found: 'neither',
      where: 'body.selection',
      remedy: 'Send `cases` or `query`.',
    })
  }

  app.post<{ Body: z.infer<typeof bulkBody> }>(
    '/api/cases/bulk/preview',
    {
      config: needs('write:cases'),
      schema: {
        tags,
        summary: 'What a change of many would do, without doing it',
        body: jsonSchema(bulkBody),
        response: responses(bulkPreviewSchema, 422, 501),
      },
    },
    async ({ body: { selection, change } }) => {
      const { cases, now } = await store()
      return cases.preview(chosen(selection, now()), bulkChange(change))
    },
  )
  app.post<{ Body: z.infer<typeof bulkBody> }>(
    '/api/cases/bulk',
    {
      config: needs('write:cases'),
      schema: {
        tags,
        summary: 'Change many cases, or decide many findings, at once',
        description: 'One transaction. What is refused stays as it is, and the answer names it.',
        body: jsonSchema(bulkBody),
        response: responses(bulkPreviewSchema, 422, 501),
      },
    },
    async (request) => {
      const { cases, now } = await store()
      const { selection, change } = request.body
      return cases.bulk(chosen(selection, now()), bulkChange(change), actorOf(request))
    },
  )
  app.post<{ Params: { bulk: number } }>(
    '/api/cases/bulk/:bulk/undo',
    {
      config: needs('write:cases'),
      schema: {
        tags,
        summary: 'Undo a change of many, where what it set still stands',
        params: { type: 'object', properties: { bulk: { type: 'integer' } } },
        response: responses(
          z.object({ cases: z.number(), findings: z.number(), changedSince: z.number() }),
          ...faults,
        ),
      },
    },
    async (request) => (await store()).cases.undo(request.params.bulk, actorOf(request)),
  )
}
