import { CordonError, isoSeconds, readCalendarFile } from '@cordon/model'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { profileFromText, profileToYaml, readProfile } from '../profile/read-profile.ts'
import type { ProfileVersion } from '../store/index.ts'
import { actorOf } from './actor.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { HttpFault, notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const anything = z.record(z.string(), z.unknown())
const versionSchema = z.object({
  version: z.number().describe('0: nobody has set one yet'),
  at: z.string().optional(),
  by: z.string().optional(),
  note: z.string().optional(),
})
const currentSchema = versionSchema.extend({ profile: anything })
const faultsSchema = z.array(
  z.object({ field: z.string().describe('accounts[2].bic'), expected: z.string(), found: z.string() }),
)
const setSchema = z.object({
  profile: anything,
  version: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('The version that was edited: 409 where another came meanwhile'),
  note: z.string().max(1000).optional(),
})
const textSchema = z.object({ text: z.string().max(8_000_000) })

const headOf = ({ seq, at, who, note }: ProfileVersion) => ({
  version: seq,
  ...(seq > 0 && { at: isoSeconds(at), by: who }),
  ...(note && { note }),
})
const viewOf = (version: ProfileVersion) => ({ ...headOf(version), profile: version.profile })

/** `GET` and `PUT /api/profile`, its check, versions, undo, YAML, and files of holidays. */
export function addProfileRoutes(app: FastifyInstance, services: Services): void {
  const tags = ['Profile']
  const profiles = async () => (await recordsOf(services).store()).profiles
  const numbered = async (seq: number) => {
    const found = await (await profiles()).version(seq)
    if (found) return found
    throw notFound('a version of the profile', String(seq), 'GET /api/profile/versions names them.')
  }
  app.get(
    '/api/profile',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: "The institution's own: BICs, accounts, operators, calendars, hosts, ships, customers' file",
        response: responses(currentSchema, 501),
      },
    },
    async () => viewOf(await (await profiles()).current()),
  )
  app.put<{ Body: z.infer<typeof setSchema> }>(
    '/api/profile',
    {
      config: needs('write:profile'),
      schema: {
        tags,
        summary: 'Set the profile; every former version stays',
        body: jsonSchema(setSchema),
        response: responses(currentSchema, 409, 422, 501),
      },
    },
    async (request) => {
      const { version, note } = request.body
      const { profile, faults } = readProfile(request.body.profile)
      if (faults[0])
        throw new HttpFault(422, {
          code: 'CORDON_PROFILE_FAULTS',
          expected: faults[0].expected,
          found: faults[0].found,
          where: faults[0].field,
          remedy: `Correct it${faults.length > 1 ? `, and ${faults.length - 1} more` : ''}: POST /api/profile/check names all.`,
        })
      const set = await (await profiles()).set({
        profile,
        who: actorOf(request),
        ...(note?.trim() && { note: note.trim() }),
        ...(version !== undefined && { expected: version }),
      })
      return viewOf(set)
    },
  )
  app.post<{ Body: z.infer<typeof anything> }>(
    '/api/profile/check',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'What of a profile could not be used, field by field; nothing is kept',
        body: jsonSchema(anything),
        response: responses(z.object({ profile: anything, faults: faultsSchema }), 422),
      },
    },
    async ({ body }) => readProfile(body),
  )
  app.post<{ Body: z.infer<typeof textSchema> }>(
    '/api/profile/read',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'A profile from YAML or JSON, checked; nothing is kept',
        body: jsonSchema(textSchema),
        response: responses(z.object({ profile: anything, faults: faultsSchema }), 422),
      },
    },
    async ({ body }) => {
      try {
        return profileFromText(body.text, 'body.text')
      } catch (error) {
        throw error instanceof CordonError ? new HttpFault(422, error) : error
      }
    },
  )
  app.get(
    '/api/profile.yaml',
    { config: needs('read'), schema: { tags, summary: 'The profile as YAML, to be kept or edited' } },
    async (_request, reply) => {
      const { profile } = await (await profiles()).current()
      return reply
        .type('application/yaml; charset=utf-8')
        .header('content-disposition', 'attachment; filename="profile.yaml"')
        .send(profileToYaml(profile))
    },
  )
  app.post<{ Body: z.infer<typeof textSchema> }>(
    '/api/profile/calendar',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'Days from a file of holidays: iCalendar, or lines that begin with a date; nothing is kept',
        body: jsonSchema(textSchema),
        response: responses(
          z.object({
            days: z.array(z.string()),
            rejects: z.array(z.object({ line: z.number(), reason: z.string() })),
          }),
          422,
        ),
      },
    },
    async ({ body }) => readCalendarFile(body.text),
  )
  app.get(
    '/api/profile/versions',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'The versions of the profile, latest first',
        response: responses(z.object({ versions: z.array(versionSchema) }), 501),
      },
    },
    async () => ({ versions: (await (await profiles()).versions()).map(headOf) }),
  )
  const params = jsonSchema(z.object({ version: z.number().int().min(1) }))
  app.get<{ Params: { version: number } }>(
    '/api/profile/versions/:version',
    {
      config: needs('read'),
      schema: { tags, summary: 'A former version', params, response: responses(currentSchema, 404, 501) },
    },
    async (request) => viewOf(await numbered(request.params.version)),
  )
  app.post<{ Params: { version: number } }>(
    '/api/profile/versions/:version/restore',
    {
      config: needs('write:profile'),
      schema: {
        tags,
        summary: 'Take a former version back, as a new one',
        params,
        response: responses(currentSchema, 404, 501),
      },
    },
    async (request) => {
      const { seq, profile } = await numbered(request.params.version)
      const note = `version ${seq} taken back`
      return viewOf(await (await profiles()).set({ profile, who: actorOf(request), note }))
    },
  )
}
