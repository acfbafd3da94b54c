import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Known } from '../known/known.ts'
import { needs } from './caller.ts'
import { allSources, knownNow, type Services } from './services.ts'

function catalogOf(known: Known) {
  const sources = known.lists.map((list) => ({
    name: list.source,
    title: list.title,
    publisher: { name: list.publisher, ...(list.url && { url: list.url }) },
    ...(list.url && { url: list.url }),
    version: list.version,
    index_version: list.version,
    index_current: true,
    load: true,
    entity_count: list.entities,
    ...(list.fetched && { last_export: list.fetched }),
    tags: list.starter ? ['starter'] : [],
    children: [] as string[],
  }))
  const versions = sources.map(({ name, version }) => `${name}@${version}`).join(' ')
  const all = {
    name: allSources,
    title: 'All loaded lists',
    version: createHash('sha256').update(versions).digest('hex').slice(0, 16),
    index_current: true,
    load: true,
    children: sources.map(({ name }) => name),
  }
  return {
    datasets: [all, ...sources],
    current: [allSources, ...all.children],
    outdated: [] as string[],
    index_stale: false,
  }
}

/** `GET /catalog`, with an ETag that changes with the lists, and `GET /healthz`, `GET /readyz`. */
export function addCatalogRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/catalog',
    { config: needs('read'), schema: { tags: ['System'], summary: 'The loaded lists, each a dataset' } },
    async (request, reply) => {
      const body = JSON.stringify(catalogOf(knownNow(services)))
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
      void reply.header('etag', etag).header('cache-control', 'no-cache')
      const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
      if (known?.includes(etag) || known?.includes('*')) return reply.code(304).send()
      return reply.type('application/json; charset=utf-8').serializer(String).send(body)
    },
  )
  app.get(
    '/healthz',
    { config: needs('public'), schema: { tags: ['System'], summary: 'The process answers' } },
    async () => ({
      status: 'ok',
    }),
  )
  app.get(
    '/readyz',
    {
      config: needs('public'),
      schema: { tags: ['System'], summary: '200 once the lists are loaded, 503 before' },
    },
    async (_request, reply) => {
      if (services.known.current) return { status: 'ok' }
      return reply.code(503).send({ status: 'loading', ...services.known.loading })
    },
  )
}
