import { createHash } from 'node:crypto'
import { isoSeconds } from '@cordon/model'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { feedRecipient } from '../store/index.ts'
import { atomFeed, feedEntries, rssFeed } from '../warnings/feed.ts'
import { needs, personOf } from './caller.ts'
import { jsonSchema, responses } from './json-schema.ts'
import { notFound } from './problem.ts'
import { recordsOf, type Services } from './services.ts'

const tags = ['Warnings']
const feedSchema = z.object({
  made: z.string().optional().describe('Absent where the feed has no address'),
  read: z.string().optional(),
})

/** A person's own feed of warnings: its address, and the feed itself. */
export function addWarningFeedRoutes(app: FastifyInstance, services: Services, publicUrl?: string): void {
  const store = () => recordsOf(services).store()
  const self = needs('self')
  app.get(
    '/api/warnings/feed',
    {
      config: self,
      schema: {
        tags,
        summary: 'Whether your feed has an address',
        response: responses(feedSchema, 401, 501),
      },
    },
    async (request) => {
      const feed = await (await store()).warnings.feeds.of(personOf(request).account)
      if (!feed) return {}
      return {
        made: isoSeconds(feed.madeAt),
        ...(feed.readAt !== undefined && { read: isoSeconds(feed.readAt) }),
      }
    },
  )
  app.post(
    '/api/warnings/feed',
    {
      config: self,
      schema: {
        tags,
        summary: 'Make your feed an address; a former one answers no more',
        response: responses(
          z.object({ atom: z.string(), rss: z.string() }).describe('Paths: who knows them reads the feed'),
          401,
          501,
        ),
      },
    },
    async (request) => {
      const { account, actor } = personOf(request)
      const token = await (await store()).warnings.feeds.make(account, actor)
      return { atom: `/feeds/${token}/atom.xml`, rss: `/feeds/${token}/rss.xml` }
    },
  )
  app.delete(
    '/api/warnings/feed',
    {
      config: self,
      schema: {
        tags,
        summary: 'Take the address of your feed away',
        response: responses(feedSchema, 401, 501),
      },
    },
    async (request) => {
      const { account, actor } = personOf(request)
      await (await store()).warnings.feeds.drop(account, actor)
      return {}
    },
  )
  for (const form of ['atom', 'rss'] as const)
    app.get<{ Params: { token: string } }>(
      `/feeds/:token/${form}.xml`,
      {
        // The token is the permission: readers of feeds know no sessions.
        config: needs('public'),
        schema: {
          tags,
          summary: `A person's warnings as ${form === 'atom' ? 'Atom (RFC 4287)' : 'RSS 2.0'}`,
          params: jsonSchema(z.object({ token: z.string().max(100) })),
          response: { 200: { type: 'string', description: `application/${form}+xml` } },
        },
      },
      async (request, reply) => {
        const { warnings } = await store()
        const account = await warnings.feeds.ownerOf(request.params.token)
        if (account === undefined)
          throw notFound('the address of a feed', '…', 'Make a new one at /warnings, signed in.')
        const items = await warnings.told(feedRecipient(account), feedEntries)
        const head = {
          account,
          publicUrl: (publicUrl ?? hereOf(request as FastifyRequest)).replace(/\/$/, ''),
        }
        const text = form === 'atom' ? atomFeed(head, items) : rssFeed(head, items)
        const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
        void reply
          .header('etag', etag)
          .header('cache-control', 'private, no-cache')
          .header('referrer-policy', 'no-referrer')
        if (request.headers['if-none-match'] === etag) return reply.code(304).send()
        return reply.type(`application/${form}+xml; charset=utf-8`).send(text)
      },
    )
}

function hereOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`
}
