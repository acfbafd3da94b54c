import {
  goamlReport,
  heldTotal,
  ofacForms,
  ofacReport,
  type Released,
  type ReportFacts,
  reportLanguages,
  strictness,
} from '@cordon/casework'
import { type Tlp, tlpMarkings } from '@cordon/model'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type ExportFormat, exportCase, exportFormats, releasedCase } from '../sharing/export-case.ts'
import { shareCase } from '../sharing/share-case.ts'
import { actorOf } from './actor.ts'
import { type CaseParams, caseParams } from './api-cases.ts'
import { demand, needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { recordsOf, type Services } from './services.ts'

const tags = ['Sharing']
const tlp = z.enum(tlpMarkings)
const factsSchema = z
  .record(z.string().max(200), z.string().max(4_000))
  .optional()
  .describe('What reports to authorities ask for and no case holds')
const previewQuery = z.object({ tlp: tlp.default('TLP:AMBER') })
const exportBody = z.object({
  tlp: tlp.default('TLP:AMBER'),
  language: z.enum(reportLanguages).default('en'),
  facts: factsSchema,
})
const shareBody = z.object({
  collection: z.string().min(1).max(100),
  tlp,
  nothing: z.boolean().default(false).describe('Take out what it shared there before'),
})
const collectionBody = z.object({
  name: z.string().min(1).max(60),
  title: z.string().min(1).max(200),
  description: z.string().max(2_000).optional(),
  tlp,
  canWrite: z.boolean().default(false).describe('Partners may add to it'),
})
const collectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  tlp,
  canWrite: z.boolean(),
  objects: z.number(),
})
const heldSchema = z.record(z.string(), z.number())
const previewSchema = z.object({
  title: z.string(),
  level: tlp,
  marking: tlp.describe('The strictest of what leaves'),
  findings: z
    .array(z.object({ id: z.string(), statement: z.string(), marking: z.string() }))
    .describe('At most 200'),
  counts: z.object({ findings: z.number(), notes: z.number(), payments: z.number(), objects: z.number() }),
  held: heldSchema.describe('How much is held back, by kind: never what'),
  heldTotal: z.number(),
  missing: z.record(z.string(), z.array(z.string())).describe('By report: what a person has to fill in'),
  mayRelease: z.boolean().describe('Whether the one who asks may share at this level'),
})
const sharedSchema = z.object({
  collection: z.string(),
  objects: z.number(),
  added: z.number(),
  withdrawn: z.number(),
  held: z.number(),
})

/** Above this an approver shares; up to it whoever may share. */
const freeUpTo: Tlp = 'TLP:GREEN'
const isRestricted = (level: Tlp) => strictness(level) > strictness(freeUpTo)

/** What of a case may leave, and its leaving: as a file, or into a collection for TAXII. */
export function addSharingRoutes(app: FastifyInstance, services: Services): void {
  const store = () => recordsOf(services).store()
  const mayShare = (request: FastifyRequest, level: Tlp) => {
    if (isRestricted(level)) demand(request, 'approve')
  }
  app.get<{ Params: CaseParams; Querystring: z.infer<typeof previewQuery> }>(
    '/api/cases/:id/export/preview',
    {
      config: needs('share'),
      schema: {
        tags,
        summary: 'What of a case would leave at a marking, and how much is held back',
        params: caseParams,
        querystring: jsonSchema(previewQuery),
        response: responses(previewSchema, 404, 409, 501),
      },
    },
    async (request) => {
      const opened = await store()
      const released = await releasedCase(opened, request.params.id, request.query.tlp)
      const mayRelease = !isRestricted(released.level) || request.caller?.permissions.has('approve') === true
      return { ...previewOf(released, opened.now()), mayRelease }
    },
  )
  app.post<{ Params: CaseParams & { format: ExportFormat }; Body: z.infer<typeof exportBody> }>(
    '/api/cases/:id/export/:format',
    {
      config: needs('share'),
      schema: {
        tags,
        summary:
          'A case as a file; above TLP:GREEN `approve` is needed too. What is left to fill in is named in x-cordon-missing',
        params: {
          type: 'object',
          properties: { id: { type: 'integer' }, format: { type: 'string', enum: [...exportFormats] } },
        },
        body: jsonSchema(exportBody),
      },
    },
    async (request, reply) => {
      const { id, format } = request.params
      const { facts, ...rest } = request.body
      mayShare(request as FastifyRequest, rest.tlp)
      const made = await exportCase(
        await store(),
        { case: id, format, ...rest, ...(facts && { facts: facts as ReportFacts }) },
        actorOf(request),
      )
      return reply
        .type(made.type)
        .header('content-disposition', `attachment; filename="${made.name}"`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-cordon-held-back', String(heldTotal(made.released.held)))
        .header('x-cordon-missing', String(made.missing.length))
        .send(made.bytes)
    },
  )
  app.post<{ Params: CaseParams; Body: z.infer<typeof shareBody> }>(
    '/api/cases/:id/share',
    {
      config: needs('share'),
      schema: {
        tags,
        summary: 'Put a case into a collection for TAXII, in place of what it had there before',
        params: caseParams,
        body: jsonSchema(shareBody),
        response: responses(sharedSchema, 403, 404, 409, 422, 501),
      },
    },
    async (request) => {
      mayShare(request as FastifyRequest, request.body.tlp)
      const { collection, released, ...counts } = await shareCase(
        await store(),
        { case: request.params.id, ...request.body },
        actorOf(request),
      )
      return { ...counts, collection: collection.name, held: heldTotal(released.held) }
    },
  )
  app.get(
    '/api/shared/collections',
    {
      config: needs('share'),
      schema: {
        tags,
        summary: 'Collections for TAXII',
        response: responses(z.object({ collections: z.array(collectionSchema) }), 501),
      },
    },
    async () => ({
      collections: (await (await store()).taxii.collections()).map(
        ({ createdAt: _, createdBy: __, ...one }) => one,
      ),
    }),
  )
  app.post<{ Body: z.infer<typeof collectionBody> }>(
    '/api/shared/collections',
    {
      config: needs('approve'),
      schema: {
        tags,
        summary: 'Make a collection for TAXII',
        body: jsonSchema(collectionBody),
        response: responses(collectionSchema, 409, 422, 501),
      },
    },
    async (request) => {
      const { description, ...rest } = request.body
      const {
        createdAt: _,
        createdBy: __,
        ...one
      } = await (await store()).taxii.create(
        { ...rest, ...(description && { description }) },
        actorOf(request),
      )
      return one
    },
  )
}

function previewOf(released: Released, now: number) {
  const { findings, notes, payments, objects, held, level, marking, case: found } = released
  const forms = Object.fromEntries(
    ofacForms.map((form) => [form, [...ofacReport(released, form, {}).missing]]),
  )
  return {
    title: found.title,
    level,
    marking,
    findings: findings
      .slice(0, 200)
      .map(({ finding }) => ({ id: finding.id, statement: finding.statement, marking: finding.marking })),
    counts: {
      findings: findings.length,
      notes: notes.length,
      payments: payments.length,
      objects: objects.length,
    },
    held: { ...held },
    heldTotal: heldTotal(held),
    missing: { goaml: [...goamlReport(released, {}, now).missing], ...forms },
  }
}
