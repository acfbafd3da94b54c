import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { actorOf } from './actor.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { recordsOf, type Services } from './services.ts'

const score = z.number().min(0).max(1)
const settingsSchema = z.object({
  matchThreshold: score.describe(
    'From this score on an answer of /match is a match, where the caller names none',
  ),
  matchCutoff: score.describe('Below this score /match leaves an answer out, where the caller names none'),
})
const answerSchema = z.object({
  settings: settingsSchema,
  about: z.object({
    version: z.string(),
    node: z.string(),
    store: z.string().describe('The version of PostgreSQL'),
    data: z.string().describe('The data folder, or the server that DATABASE_URL names'),
    lists: z.string().describe('Where lists.yaml is looked for'),
    drop: z.array(z.string()).describe('What is left out of lists at import, by the policy of lists.yaml'),
    every: z.number().optional().describe('Milliseconds between two rounds of fetching'),
    migrations: z.array(z.string()).describe('The steps that the tables have come through'),
  }),
})

/** `GET` and `PATCH /api/settings`: what holds for everyone, and what this server is. */
export function addSettingsRoutes(app: FastifyInstance, services: Services): void {
  const tags = ['System']
  const answer = async () => {
    const records = recordsOf(services)
    const store = await records.store()
    const [settings, place, version, migrations] = await Promise.all([
      store.settings.get(),
      records.place(),
      store.database.pool.query<{ server_version: string }>('show server_version'),
      store.database.pool.query<{ name: string }>('select name from cordon_migration order by name'),
    ])
    return {
      settings,
      about: {
        version: services.version,
        node: process.version,
        store: version.rows[0]?.server_version ?? '',
        ...place,
        migrations: migrations.rows.map(({ name }) => name),
      },
    }
  }
  app.get(
    '/api/settings',
    {
      config: needs('read'),
      schema: {
        tags,
        summary: 'What holds for everyone, and what this server is',
        response: responses(answerSchema, 501),
      },
    },
    answer,
  )
  app.patch<{ Body: Partial<z.infer<typeof settingsSchema>> }>(
    '/api/settings',
    {
      config: needs('manage:settings'),
      schema: {
        tags,
        summary: 'Change what holds for everyone; it goes to the audit log',
        body: jsonSchema(settingsSchema.partial()),
        response: responses(answerSchema, 422, 501),
      },
    },
    async (request) => {
      const store = await recordsOf(services).store()
      await store.settings.set(request.body, actorOf(request))
      return answer()
    },
  )
}
