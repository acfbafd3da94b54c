import { isoSeconds } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type AttributionKnowledge, attributeEvidence } from '../attribution/attribute-evidence.ts'
import { attributionView } from '../attribution/attribution-view.ts'
import { caseEvidence } from '../attribution/case-evidence.ts'
import { evidenceOf, evidenceSchema } from '../attribution/evidence.ts'
import { packClaims } from '../graph/pack-claims.ts'
import type { MatrixVersion } from '../store/index.ts'
import { actorOf } from './actor.ts'
import { type CaseParams, caseParams } from './api-cases.ts'
import {
  attributionSchema,
  caseAttributionSchema,
  matrixSchema,
  personMatrixSchema,
} from './attribution-shapes.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { HttpFault, notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const tags = ['Knowledge']
const expected = z.number().int().min(0).describe('The version that was seen')
const setBody = z.object({ matrix: matrixSchema, expected, what: z.string().max(500).optional() })
// What is not of it is named in our own words; a STIX bundle is taken too.
const evidenceBody = z.looseObject(evidenceSchema.shape).describe('Evidence, or a STIX 2.1 bundle')
const undoBody = z.object({ expected })

/** `POST /api/attribution`, the attribution of a case, and a person's matrix of it. */
export function addAttributionRoutes(app: FastifyInstance, services: Services): void {
  const claims = lazily(packClaims)
  const knowledge = async (): Promise<AttributionKnowledge> => {
    const { known, now } = await recordsOf(services).threats()
    const lists = services.known.current
    return {
      threats: await known(),
      at: now(),
      claims: claims(),
      ...(lists && { entities: () => lists.graph.entities() }),
    }
  }
  app.post<{ Body: unknown }>(
    '/api/attribution',
    {
      config: needs('screen'),
      schema: {
        tags,
        summary: 'Which groups may be behind evidence, how likely, and what would settle it; nothing is kept',
        body: jsonSchema(evidenceBody),
        response: responses(attributionSchema, 422, 501),
      },
    },
    async ({ body }) => {
      const held = await knowledge()
      return attributionView(attributeEvidence(held, evidenceOf(body, 'body')), held.threats)
    },
  )
  app.get<{ Params: CaseParams }>(
    '/api/cases/:id/attribution',
    {
      config: needs('read'),
      schema: {
        tags,
        summary:
          'Which groups may be behind a case, and the matrix of competing hypotheses that a person made',
        params: caseParams,
        response: responses(caseAttributionSchema, 404, 501),
      },
    },
    async ({ params: { id } }) => {
      const store = await recordsOf(services).store()
      if (!(await store.cases.get(id)))
        throw notFound('the number of a case', String(id), 'GET /api/cases?state=all names them.')
      const [held, { evidence, where, findings, leftOut }, person] = await Promise.all([
        knowledge(),
        caseEvidence(store, id),
        store.matrices.current(id),
      ])
      const view = attributionView(attributeEvidence(held, evidence, where), held.threats)
      return { ...view, person: personView(person), findings, leftOut }
    },
  )
  app.post<{ Params: CaseParams; Body: z.infer<typeof setBody> }>(
    '/api/cases/:id/attribution/matrix',
    {
      config: needs('write:cases'),
      schema: {
        tags,
        summary: "Keep a person's matrix of competing hypotheses with the case",
        params: caseParams,
        body: jsonSchema(setBody),
        response: responses(personMatrixSchema, 404, 409, 422, 501),
      },
    },
    async (request) => {
      const { matrix, expected: seen, what } = request.body
      const crooked = matrix.rows.find(({ cells }) => cells.length !== matrix.hypotheses.length)
      if (crooked) throw badRow(crooked.label, crooked.cells.length, matrix.hypotheses.length)
      const { matrices } = await recordsOf(services).store()
      const given = { matrix, expected: seen, who: actorOf(request), ...(what && { what }) }
      return personView(await matrices.set(request.params.id, given))
    },
  )
  app.post<{ Params: CaseParams; Body: z.infer<typeof undoBody> }>(
    '/api/cases/:id/attribution/matrix/undo',
    {
      config: needs('write:cases'),
      schema: {
        tags,
        summary: 'Take the last change of the matrix back',
        params: caseParams,
        body: jsonSchema(undoBody),
        response: responses(personMatrixSchema, 404, 409, 422, 501),
      },
    },
    async (request) => {
      const { matrices } = await recordsOf(services).store()
      const given = { expected: request.body.expected, who: actorOf(request) }
      return personView(await matrices.undo(request.params.id, given))
    },
  )
}

function personView({ seq, at, who, matrix, canUndo }: MatrixVersion) {
  return {
    version: seq,
    canUndo,
    ...(seq > 0 && { by: who, at: isoSeconds(at) }),
    ...(matrix !== undefined && { matrix }),
  }
}

function badRow(label: string, cells: number, hypotheses: number): HttpFault {
  return new HttpFault(422, {
    code: 'CORDON_BAD_MATRIX',
    expected: `one cell for each of ${hypotheses} hypotheses`,
    found: `${cells} in "${label.slice(0, 100)}"`,
    where: 'body.matrix.rows',
    remedy: 'Send a cell C, I, N or NA for every hypothesis, in their order.',
  })
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
