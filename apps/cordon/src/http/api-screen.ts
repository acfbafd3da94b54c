import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { nestedParty } from '../parties/party.ts'
import { demand, needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { scoredEntity } from './match.ts'
import { exampleSchema, maxLimit, scoredEntitySchema, searchedSchema, versionsSchema } from './schemas.ts'
import { knownNow, recordsOf, type Services, searchedLists } from './services.ts'
import { standingSettings } from './standing-settings.ts'

const bodySchema = exampleSchema.omit({ id: true }).extend({
  threshold: z.number().min(0).max(1).optional().describe('By default what the settings say'),
  limit: z.number().int().min(1).max(maxLimit).default(10),
  storeAs: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe(
      'The id of the party: it is then watched, at each new version of a list too, and what it meets is kept as findings',
    ),
})
type Body = z.infer<typeof bodySchema>

const answerSchema = z.object({
  results: z.array(scoredEntitySchema),
  versions: versionsSchema,
  lists: searchedSchema,
  stored: z.boolean(),
})

/** `POST /api/screen`: one party, at once. */
export function addScreenRoute(app: FastifyInstance, services: Services): void {
  app.post<{ Body: Body }>(
    '/api/screen',
    {
      config: needs('screen'),
      schema: {
        tags: ['Matching'],
        summary: 'Screen one party, and keep what it meets where asked',
        body: jsonSchema(bodySchema),
        response: responses(answerSchema, 422, 501, 503),
      },
    },
    async (request) => {
      const { body } = request
      if (body.storeAs !== undefined) demand(request as FastifyRequest, 'write:parties')
      const known = knownNow(services)
      const party = nestedParty(body)!
      const { limit, storeAs } = body
      const threshold = body.threshold ?? (await standingSettings(services)).matchThreshold
      const results = known.index.match(party, { threshold, limit, cutoff: Math.min(0.5, threshold) })
      if (storeAs !== undefined) await recordsOf(services).watchParty(storeAs, { ...party, id: storeAs })
      return {
        results: results.map((result) => scoredEntity(known, result)),
        versions: known.versions,
        lists: searchedLists(known, undefined),
        stored: storeAs !== undefined,
      }
    },
  )
}
