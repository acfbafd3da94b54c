import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { EventFeed } from '../events/event-feed.ts'
import { eventStream } from '../events/event-stream.ts'
import { needs } from './caller.ts'
import { jsonSchema } from './json-schema.ts'
import { HttpFault } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const querySchema = z.object({
  after: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('The last event that you have, where the header Last-Event-ID cannot be sent'),
})

/** Most followers at once: a browser holds one for all its tabs. */
const mostFollowers = 500
/** Of a follower that takes nothing, not even a goodbye, the connection is cut. */
const cutAfter = 60_000

/** The feed of a server: made when someone first asks, one for all. */
export interface FeedHolder {
  /** @throws HttpFault 501 on a server that keeps nothing */
  get(): Promise<EventFeed>
}

/** Makes the holder of a server's feed, which ends with the server. */
export function feedHolder(app: FastifyInstance, services: Services): FeedHolder {
  let feed: Promise<EventFeed> | undefined
  const start = async () => {
    const started = new EventFeed(await recordsOf(services).store())
    await started.start()
    return started
  }
  app.addHook('preClose', async () => {
    const started = await feed?.catch(() => undefined)
    await started?.stop()
  })
  return {
    get() {
      feed ??= start().catch((error) => {
        feed = undefined
        throw error
      })
      return feed
    },
  }
}

/** `GET /api/events`: what happens, as server-sent events. */
export function addEventRoute(app: FastifyInstance, holder: FeedHolder): void {
  let followers = 0
  app.get<{ Querystring: z.infer<typeof querySchema> }>(
    '/api/events',
    {
      config: needs('read'),
      schema: {
        tags: ['System'],
        summary: 'What happens, as server-sent events',
        description:
          'Findings that came or grew, decisions, versions of lists, the progress of work. Reconnect with `Last-Event-ID`: nothing is lost and nothing comes twice. `reset` says that what you missed is no longer kept.',
        querystring: jsonSchema(querySchema),
        response: { 200: { type: 'string', description: 'text/event-stream' } },
      },
    },
    async (request, reply) => {
      const feed = await holder.get()
      const { socket } = request.raw
      // Whoever went meanwhile will not be heard closing: nothing may be begun for them.
      if (socket.destroyed) return reply.hijack()
      if (followers >= mostFollowers)
        throw new HttpFault(503, {
          code: 'CORDON_TOO_MANY_FOLLOWERS',
          expected: `at most ${mostFollowers} open streams`,
          found: 'as many already',
          where: 'server',
          remedy: 'Close some pages, or ask again later.',
        })
      const given = request.headers['last-event-id']
      const after =
        typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : request.query.after
      const gone = new AbortController()
      followers++
      let taken = Date.now()
      const texts = watched(
        eventStream(feed, { signal: gone.signal, ...(after !== undefined && { after }) }),
        () => {
          taken = Date.now()
        },
      )
      const body = Readable.from(texts, { objectMode: false, highWaterMark: 16_384 })
      const guard = setInterval(() => {
        if (socket.writableLength > 0 && Date.now() - taken > cutAfter) socket.destroy()
      }, 5_000)
      reply.raw.once('close', () => {
        clearInterval(guard)
        followers--
        gone.abort()
        body.destroy()
      })
      return reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(body)
    },
  )
}

async function* watched(texts: AsyncIterable<string>, onTaken: () => void): AsyncGenerator<string> {
  for await (const text of texts) {
    yield text
    onTaken()
  }
}
