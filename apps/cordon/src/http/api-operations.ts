import { doors } from '@cordon/knowledge'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { loadOperations, type PackOperations, type WholeOperation } from '../operations/load-operations.ts'
import { operationView, summaryView } from '../operations/operation-view.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { operationSchema, operationSummarySchema } from './operation-shapes.ts'
import { HttpFault } from './problem.ts'

const tags = ['Operations']
const listQuery = z.object({
  door: z.enum(doors).optional().describe('Only those that went through this door'),
})
const params = z.object({
  id: z.string().min(1).max(100).describe('The folder of the operation: `wannacry-2017`'),
})
const anything = z.looseObject({}).describe('As the standard has it')

let pack: PackOperations | undefined
/** The pack's operations; its files are read once, since they don't change while a server runs. */
const known = () => {
  pack ??= loadOperations()
  return pack
}

/** `GET /api/operations`, one of them, and its bundle (STIX 2.1) and playbook (CACAO 2.0). */
export function addOperationRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: z.infer<typeof listQuery> }>(
    '/api/operations',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Past operations of the pack, in the order of their times',
        querystring: jsonSchema(listQuery),
        response: responses(
          z.object({
            operations: z.array(operationSummarySchema),
            broken: z.array(z.object({ folder: z.string(), faults: z.number() })),
          }),
          422,
        ),
      },
    },
    async ({ query: { door } }) => ({
      operations: known()
        .operations.filter(({ operation }) => door === undefined || operation.doors.includes(door))
        .map((one) => summaryView(one, known())),
      broken: known().broken.map(({ folder, faults }) => ({ folder, faults: faults.length })),
    }),
  )
  app.get<{ Params: z.infer<typeof params> }>(
    '/api/operations/:id',
    {
      config: needs('read'),
      schema: {
        tags,
        summary:
          'What is known of a past operation: its page, who says who did it, techniques, rules, playbook, sources',
        params: jsonSchema(params),
        response: responses(operationSchema, 404, 422),
      },
    },
    async ({ params: { id } }) => operationView(find(id), known()),
  )
  app.get<{ Params: z.infer<typeof params> }>(
    '/api/operations/:id/bundle',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'The operation as a STIX 2.1 bundle',
        params: jsonSchema(params),
        response: responses(anything, 404, 422),
      },
    },
    async ({ params: { id } }, reply) =>
      // As bytes: to a text the server would add a charset, which STIX's media type does not have.
      reply.type('application/stix+json;version=2.1').send(Buffer.from(JSON.stringify(find(id).bundle))),
  )
  app.get<{ Params: z.infer<typeof params> }>(
    '/api/operations/:id/playbook',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'What to do when it comes again, as a CACAO 2.0 playbook',
        params: jsonSchema(params),
        response: responses(anything, 404, 422),
      },
    },
    async ({ params: { id } }) => {
      const { playbook } = find(id)
      if (playbook) return playbook
      throw missing(`${id}/playbook`, 'an operation with a playbook')
    },
  )
}

function find(id: string): WholeOperation {
  const found = known().operations.find(({ folder }) => folder === id)
  if (found) return found
  throw missing(id, 'the id of an operation of the pack')
}

function missing(found: string, expected: string): HttpFault {
  return new HttpFault(404, {
    code: 'CORDON_NO_SUCH_OPERATION',
    expected,
    found: `"${found.slice(0, 200)}"`,
    where: 'path.id',
    remedy: 'Ask GET /api/operations for those that there are.',
  })
}
