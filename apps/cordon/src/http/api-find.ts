import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type FindRoom, type Found, findRooms } from '../find/find-rooms.ts'
import { needs } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import type { Services } from './services.ts'

const querySchema = z.object({
  q: z.string().min(1).max(500),
  limit: z.number().int().min(1).max(50).default(5).describe('Most hits of each room'),
  wait: z.number().int().min(20).max(5000).default(400).describe('Milliseconds that a room is waited for'),
  rooms: z.string().max(300).optional().describe('Only these, with commas between'),
})

const answerSchema = z.object({
  groups: z.array(
    z.object({
      room: z.string(),
      state: z.enum(['answered', 'late', 'failed']).describe('A room that is late or failed hides no other'),
      hits: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          kind: z.string(),
          detail: z.string().optional(),
          watch: z.string().optional(),
        }),
      ),
      more: z.boolean(),
      near: z
        .boolean()
        .optional()
        .describe('Nothing bears the words as they are; these differ in a letter or two'),
    }),
  ),
})

/** `GET /api/find`: one question to every room, each with a deadline. */
export function addFindRoute(app: FastifyInstance, services: Services): void {
  app.get<{ Querystring: z.infer<typeof querySchema> }>(
    '/api/find',
    {
      config: needs('read'),
      schema: {
        tags: ['System'],
        summary:
          'Search everything: entities, findings, ships, threats and indicators, watched parties, lists',
        description:
          'Every room is asked at once and has until `wait`; those that take longer are told as `late`, and what they find is ready when asked again.',
        querystring: jsonSchema(querySchema),
        response: responses(answerSchema, 422),
      },
    },
    async ({ query: { q, limit, wait, rooms } }) => {
      const wanted = rooms?.split(',')
      const asked = findRooms.filter(({ name }) => !wanted || wanted.includes(name))
      return { groups: await Promise.all(asked.map((room) => ask(room, services, q, limit, wait))) }
    },
  )
}

const nothing: Found = { hits: [], more: false }

async function ask(room: FindRoom, services: Services, text: string, limit: number, wait: number) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, wait, 'late')
  })
  const found = room.find(services, text, limit).catch(() => 'failed' as const)
  const answer = await Promise.race([found, late])
  clearTimeout(timer)
  if (typeof answer === 'string') return { room: room.name, state: answer, ...nothing }
  return { room: room.name, state: 'answered', ...answer }
}
